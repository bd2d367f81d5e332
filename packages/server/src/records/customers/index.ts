/** The customers: who asks, and everything by which they are recognised when they come again. */
export { readPhone } from './phone.ts'
export { normalise, type Point } from './points.ts'
export { matchRequester, type Requester, type Resolved, type Resolving, resolveRequester } from './resolve-requester.ts'
