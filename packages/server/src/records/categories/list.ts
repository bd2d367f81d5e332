import type { Records } from '@baton/contract'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { pageOfAll, read } from '../../kernel/read.ts'
import { type Category, categories } from './categories.ts'

/** The tree in its order: each category before what is beneath it. Archived ones only when asked for. */
export const listCategories = read('category.list', async (reading, input) => {
  const { all } = reading.picture.of(categories)
  const { shown, nextCursor } = pageOfAll(input.archived ? all : all.filter(({ archived }) => !archived), input)
  return { items: shown.map(category => ({ ...record(category, reading) })), nextCursor }
})

export const presentCategories: Present = async (reading, ids) => {
  const tree = reading.picture.of(categories)
  return ids.flatMap(id => {
    const category = tree.byId(id)
    return category ? [{ ...record(category, reading) }] : []
  })
}

const record = (category: Category, { caller }: Reading): Records['category'] => ({
  ...category,
  skills: [...category.skills],
  allowed: category.archived ? [] : ['category.update', 'category.archive'].filter(name => caller.grants.may(name)),
})
