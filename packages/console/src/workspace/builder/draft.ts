import type { Audience, Condition, VerbSent } from '@baton/contract'
import type { Listed } from '../list.ts'
import type { Layout, ViewRecord } from '../views.ts'

/** A view as it is being made. */
export interface Draft {
  name: string
  where: Condition
  text: string
  layout: Layout
  columns: string[]
  order: { field: string; direction: 'asc' | 'desc' } | null
  groupBy: string | null
  audience: Audience
  departmentIds: string[]
}

export const emptyDraft: Draft = {
  name: '',
  where: { field: 'open', op: 'is', value: true },
  text: '',
  layout: 'list',
  columns: [],
  order: null,
  groupBy: null,
  audience: 'me',
  departmentIds: [],
}

export function draftOf(view: ViewRecord): Draft {
  const [order] = view.order
  return {
    name: view.name,
    where: view.where as unknown as Condition,
    text: view.text ?? '',
    layout: view.layout,
    columns: view.columns,
    order: order ?? null,
    groupBy: view.groupBy,
    audience: view.audience,
    departmentIds: view.departmentIds,
  }
}

/** One's own, made like another one, in the order in which that is being looked at. */
export function likeOf(view: ViewRecord, name: string, order: Listed['order']): Draft {
  const [asked] = order ?? []
  return {
    ...draftOf(view),
    name,
    audience: 'me',
    departmentIds: [],
    ...(asked && { order: { field: asked.field, direction: asked.direction ?? 'asc' } }),
  }
}

/** What of a draft the server is asked to make. */
export const sentOf = (draft: Draft): VerbSent<'view.create'> => ({
  name: draft.name.trim(),
  where: draft.where as unknown as Record<string, unknown>,
  ...(draft.text.trim() && { text: draft.text.trim() }),
  order: draft.order ? [draft.order] : [],
  columns: draft.columns,
  ...(draft.groupBy && { groupBy: draft.groupBy }),
  layout: draft.layout,
  audience: draft.audience,
  departmentIds: draft.audience === 'departments' ? draft.departmentIds : [],
})

type Change = Omit<VerbSent<'view.update'>, 'viewId' | 'version' | 'position'>

/** What of a view is changed in place, without for whom it is: that is published. Only what was touched is sent. */
export function changeOf(touched: Partial<Draft>): Change {
  const { name, where, text, order, columns, groupBy, layout } = touched
  return {
    ...(name !== undefined && { name: name.trim() }),
    ...(where !== undefined && { where: where as unknown as Record<string, unknown> }),
    ...(text !== undefined && { text: text.trim() || null }),
    ...(order !== undefined && { order: order ? [order] : [] }),
    ...(columns !== undefined && { columns }),
    ...(groupBy !== undefined && { groupBy }),
    ...(layout !== undefined && { layout }),
  }
}

/** A list with one of its items at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  if (to < 0 || to >= list.length) return [...list]
  const others = list.toSpliced(from, 1)
  return others.toSpliced(to, 0, ...list.slice(from, from + 1))
}
