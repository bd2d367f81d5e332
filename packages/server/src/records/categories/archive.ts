import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { done, reconfigure, refuse, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { categories } from './categories.ts'

/** Out of use for new tickets; those that have it keep it, and its name. */
export const archiveCategory = verb('category.archive', {
  subjects: ({ categoryId }) => ({ ...oneAtATime, category: [categoryId] }),
  decide(scene, _input, call) {
    const { id, name, archived_at } = scene.one('category')
    if (archived_at) return done(id, [])
    if (call.of(categories).all.some(other => other.parentId === id && !other.archived)) return refuse('category.inUse')
    return done(id, [
      set('categories', id, { archived_at: call.now }),
      reconfigure,
      tell('category.archived', deskTopic, id, { name }),
    ])
  },
})
