import { deskTopic } from '../../../kernel/ids.ts'
import { ordered } from '../../../kernel/ordered.ts'
import { changesOf, done, type Row, refuse, set, tell } from '../../../kernel/steps.ts'
import { verb } from '../../../kernel/verb.ts'
import { announced, ownerIdOf, refuseChange } from '../../people/index.ts'
import { refuseView, viewCondition } from './check.ts'

const names = {
  name: 'name',
  conditions: 'where',
  text: 'text',
  sorting: 'order',
  columns: 'columns',
  group_by: 'groupBy',
  layout: 'layout',
  position: 'position',
}

/** A changed order numbers all of its audience anew, so all of them are locked. */
export const updateView = verb<'view.update', readonly string[]>('view.update', {
  async prepare({ db, caller }, { viewId, position }) {
    if (position === undefined) return [viewId]
    const view = await db.selectFrom('views').select(['audience', 'key']).where('id', '=', viewId).executeTakeFirst()
    const others = await db
      .selectFrom('views')
      .select('id')
      .where('key', 'is', null)
      .where('audience', '=', view?.audience ?? 'me')
      .where(or => or.or([or('audience', '<>', 'me'), or('owner_id', '=', ownerIdOf(caller))]))
      .execute()
    return [viewId, ...others.map(({ id }) => id)]
  },
  subjects: (_input, ids) => ({ view: [...new Set(ids)] }),
  decide(scene, input, call) {
    const row = scene.rows('view').find(({ id }) => id === input.viewId)
    if (!row) throw new Error('the view is locked')
    const refusal = refuseChange('view', row, call) ?? (row.key ? refuse('view.shipped') : undefined)
    if (refusal) return refusal
    const wrong = refuseView(
      {
        ...input,
        groupBy: input.groupBy === undefined ? row.group_by : input.groupBy,
        layout: input.layout ?? row.layout,
      },
      call,
    )
    if (wrong) return wrong
    const patch = {
      ...(input.name !== undefined && { name: input.name }),
      ...(input.where !== undefined && { conditions: viewCondition(input.where, call) }),
      ...(input.text !== undefined && { text: input.text }),
      ...(input.order && { sorting: input.order }),
      ...(input.columns && { columns: input.columns }),
      ...(input.groupBy !== undefined && { group_by: input.groupBy }),
      ...(input.layout && { layout: input.layout }),
    }
    const order = input.position === undefined ? [] : ordered(scene.rows('view'), row.id, input.position)
    // Behind those that come with Baton.
    const places = order.map(({ id, position }) => ({ id, position: position + last }))
    const place = places.find(({ id }) => id === row.id)?.position ?? row.position
    const changes = changesOf(row as unknown as Row, { ...patch, position: place }, names)
    if (changes.length === 0) return done(row.id, [])
    return done(row.id, [
      set('views', row.id, patch),
      ...places.map(({ id, position }) => set('views', id, { position })),
      ...announced('view', [row]),
      tell('view.updated', deskTopic, row.id, { name: row.name, changes }),
    ])
  },
})

const last = 1000
