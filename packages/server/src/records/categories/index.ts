import { module } from '../../kernel/module.ts'
import { archiveCategory } from './archive.ts'
import { categories as tree } from './categories.ts'
import { createCategory } from './create.ts'
import { categoryKind, requestTypeKind } from './kinds.ts'
import { listCategories, presentCategories } from './list.ts'
import { archiveRequestType } from './request-types/archive.ts'
import { createRequestType } from './request-types/create.ts'
import { listRequestTypes, presentRequestTypes } from './request-types/list.ts'
import { requestTypes } from './request-types/types.ts'
import { updateRequestType } from './request-types/update.ts'
import { updateCategory } from './update.ts'

export { type Categories, type Category, categories } from './categories.ts'
export { type RequestTypes, requestTypes } from './request-types/types.ts'

/** What tickets are about: the tree of categories, and the types of requests. */
export const categoriesRoom = module({
  name: 'categories',
  verbs: {
    'category.create': createCategory,
    'category.update': updateCategory,
    'category.archive': archiveCategory,
    'requestType.create': createRequestType,
    'requestType.update': updateRequestType,
    'requestType.archive': archiveRequestType,
  },
  reads: { 'category.list': listCategories, 'requestType.list': listRequestTypes },
  kinds: [categoryKind, requestTypeKind],
  presenters: { category: presentCategories, requestType: presentRequestTypes },
  configuration: [tree, requestTypes],
})
