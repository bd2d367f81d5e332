import { z } from 'zod'
import { event, readOne, readPage, verb } from './catalogue.ts'
import { audience, condition, id, ids, line, lines, listOrder, mostSearched, version } from './shapes.ts'

/** 视图: saved questions about tickets, with how their answers are shown, and for whom they are there. */

export const viewLayouts = ['list', 'table', 'board'] as const
export type ViewLayout = (typeof viewLayouts)[number]

const field = line(120)
/** Ids of fields, in the order in which they are shown. */
export const viewColumns = z
  .array(field)
  .max(30)
  .refine(columns => new Set(columns).size === columns.length, { params: { code: 'view.columnTwice' } })

const parts = {
  name: line(60),
  where: condition,
  /** Words and filters, as in `ticket.search`. */
  text: lines(mostSearched),
  order: listOrder,
  columns: viewColumns,
  /** Shown apart by what they have in this field; a board needs one. */
  groupBy: field,
  layout: z.enum(viewLayouts),
  audience,
  departmentIds: ids,
}

export const viewVerbs = {
  /** One's own; for others too with the grant `view.publish`. */
  'view.create': verb(
    'view',
    {
      name: parts.name,
      where: parts.where.optional(),
      text: parts.text.optional(),
      order: parts.order.optional(),
      columns: parts.columns.default([]),
      groupBy: parts.groupBy.optional(),
      layout: parts.layout.default('list'),
      audience: parts.audience.default('me'),
      departmentIds: parts.departmentIds.default([]),
    },
    'signedIn',
  ),
  'view.update': verb(
    'view',
    {
      viewId: id,
      name: parts.name.optional(),
      where: parts.where.optional(),
      text: parts.text.nullable().optional(),
      order: parts.order.optional(),
      columns: parts.columns.optional(),
      groupBy: parts.groupBy.nullable().optional(),
      layout: parts.layout.optional(),
      /** Among those of its audience, from 1. */
      position: z.int().min(1).max(1000).optional(),
      version: version.optional(),
    },
    'signedIn',
  ),
  /** For everybody, for some departments, or for its owner alone again. */
  'view.publish': verb('view', {
    viewId: id,
    audience: parts.audience,
    departmentIds: parts.departmentIds.default([]),
  }),
  'view.archive': verb('view', { viewId: id }, 'signedIn'),
  'view.restore': verb('view', { viewId: id }, 'signedIn'),
} as const

export const viewReads = {
  /** Those that the caller may use; with `all`, for who may publish, everybody's published ones. */
  'view.list': readPage('view', { archived: z.boolean().optional() }, 'signedIn'),
  /** Into which parts a view, or any question, falls by a field, and how many tickets stand in each. */
  'ticket.groups': readOne('ticketGroups', {
    by: field,
    view: line(60).optional(),
    where: condition.optional(),
  }),
} as const

const named = event({ name: z.string() })
const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
export const viewEvents = {
  'view.created': named,
  'view.updated': event({ name: z.string(), changes: z.array(change) }),
  'view.published': event({ name: z.string(), audience: z.string() }),
  'view.archived': named,
  'view.restored': named,
} as const

export const viewRecords = {
  view: z.object({
    id,
    key: z.string().nullable(),
    section: z.enum(['mine', 'department', 'public', 'private']),
    name: z.string(),
    where: condition,
    /** Words that the tickets must hold, as typed into the search; null for none. */
    text: z.string().nullable(),
    order: z.array(z.object({ field: z.string(), direction: z.enum(['asc', 'desc']) })),
    columns: z.array(z.string()),
    groupBy: z.string().nullable(),
    layout: z.enum(viewLayouts),
    audience,
    departmentIds: z.array(id),
    owner: z.object({ id, name: z.string() }).nullable(),
    own: z.boolean(),
    archived: z.boolean(),
    version: z.int(),
    allowed: z.array(z.string()),
  }),
  ticketGroups: z.object({
    by: z.string(),
    groups: z.array(
      z.object({
        /** As in a record; null: nothing there. */
        value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
        /** In the reader's language. */
        name: z.string(),
        /** 1000 means 999+. */
        count: z.int(),
        /** Which tickets stand in it, to be asked together with the view or the question. */
        where: condition,
      }),
    ),
    /** There are more tickets than were looked at: counts are at least, and groups may be missing. */
    isMore: z.boolean(),
  }),
} as const
