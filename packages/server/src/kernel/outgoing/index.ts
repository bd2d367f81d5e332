/** The one door through which the desk calls others by HTTP. */
export { type Outgoing, type OutgoingAnswer, type OutgoingRequest, openOutgoing } from './client.ts'
export { OutgoingError, type OutgoingFault } from './error.ts'
export { type Network, readNetwork } from './networks.ts'
