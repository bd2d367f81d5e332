import { deskTopic, newId } from '../../../kernel/ids.ts'
import { forbidden } from '../../../kernel/problems.ts'
import { add, done, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { announced, ownerIdOf, reachOf } from '../../people/index.ts'
import { refuseView, viewCondition } from './check.ts'

/** 新建视图: one's own, or at once for others. */
export const createView = verb('view.create', {
  decide(_scene, input, call) {
    const owner = ownerIdOf(call.caller)
    if (!owner) return { refusal: forbidden('view.create') }
    const where = viewCondition(input.where, call)
    const refusal = refuseView({ ...input, groupBy: input.groupBy ?? null }, call)
    if (refusal) return refusal
    const reach = reachOf('view', input, call)
    if ('refusal' in reach) return reach
    const id = newId()
    const row = {
      id,
      owner_id: owner,
      section: 'private' as const,
      name: input.name,
      conditions: where,
      text: input.text ?? null,
      sorting: input.order ?? [],
      columns: input.columns,
      group_by: input.groupBy ?? null,
      layout: input.layout,
      ...reach,
      position: last,
      created_at: call.now,
    }
    return done(id, [
      add('views', row),
      ...announced('view', [row]),
      tell('view.created', deskTopic, id, { name: input.name }),
    ])
  },
})

/** Behind the others, until it is moved. */
const last = 1000
