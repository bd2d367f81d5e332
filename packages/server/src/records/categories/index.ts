/** What tickets are about: the tree of categories, and the types of requests. */
export { type Categories, type Category, categories } from './categories.ts'
export { type RequestTypes, requestTypes } from './request-types.ts'
