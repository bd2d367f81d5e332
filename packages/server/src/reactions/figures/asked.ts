import { type Condition, type FigureBy, type FigureDimension, resolve } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import { askedCondition, toSql } from '../../kernel/conditions/index.ts'
import { isHidden } from '../../kernel/grants.ts'
import { environmentOf, type Reading, scopeOf } from '../../kernel/kinds.ts'
import { invalidField } from '../../kernel/problems.ts'
import { figureCatalogue, figureColumns, figureKind } from './kind.ts'
import { isUnreadable, keyIn, ownField } from './own.ts'
import { daysBetween, type Period } from './period.ts'

/** Facts `f` with dimensions `d` that were asked for and that the caller may count. */
export interface Selection {
  where: RawBuilder<boolean>
  /** Joins the dimensions, where they are asked about at all: sums over everything read the index of the days alone. */
  joined(key?: RawBuilder<unknown>): RawBuilder<unknown>
}

const mostDays = 3700

/** A stretch of days that makes sense. */
export function periodOf({ from, to }: Period): Period {
  if (to < from) throw invalidField('to', 'figures.order')
  if (daysBetween(from, to) >= mostDays) throw invalidField('to', 'figures.long', { most: mostDays })
  return { from, to }
}

/** The condition that was sent and the caller's grant, both over the facts' own dimensions. */
export function selectionOf(reading: Reading, grant: string, where: unknown): Selection {
  const sent = conditionOf(where, reading)
  const { caller, picture } = reading
  const columns = figureColumns(picture)
  const scope = isUnreadable(caller.grants.may(grant), picture) ? { any: [] } : scopeOf(figureKind, grant, reading)
  const asked = sent && resolve(sent, figureCatalogue(picture), environmentOf(caller, reading.now))
  const isAsked = JSON.stringify([scope, asked ?? null]).includes('"field"')
  return {
    where: sql<boolean>`(${toSql(scope, columns)} and ${asked ? toSql(asked, columns) : sql`true`})`,
    joined: key => (isAsked || key ? sql`join figure_dimensions d on d.id = f.dimension_id` : sql``),
  }
}

const conditionOf = (sent: unknown, reading: Reading): Condition | undefined =>
  sent === undefined
    ? undefined
    : askedCondition(sent, {
        catalogue: figureCatalogue(reading.picture),
        caller: reading.caller,
        readable: field => isReadable(field, reading),
      })

/** The category and what is above it are one field to whoever hides it. */
function isReadable(field: string, reading: Reading): boolean {
  if (field.startsWith('fields.')) return ownField(field, reading) !== undefined
  return !isHidden(reading.caller.grants, field === 'categoryIds' ? 'categoryId' : field)
}

export const fieldOf: Record<FigureDimension, string> = {
  department: 'departmentId',
  person: 'assigneeId',
  category: 'categoryId',
  channel: 'channel',
  requestType: 'requestType',
  urgency: 'urgency',
  policy: 'policyId',
  customer: 'customerId',
}

/** What is not to be seen is not to be told apart by either. */
export function dimensionOf(by: FigureBy, reading: Reading): RawBuilder<unknown> {
  if (isBuiltIn(by)) {
    if (isReadable(fieldOf[by], reading)) return keys[by]
  } else {
    const field = ownField(by, reading)
    // A branch alone is what a cascade is told apart by anyway.
    if (field && by === `fields.${field.key}`) return keyIn(field)
  }
  throw invalidField('by', 'unknown_field')
}

export const isBuiltIn = (by: FigureBy): by is FigureDimension => !by.startsWith('fields.')

const keys: Record<FigureDimension, RawBuilder<unknown>> = {
  department: sql`d.department_id`,
  person: sql`d.assignee_id`,
  category: sql`d.category_id`,
  channel: sql`d.channel`,
  requestType: sql`d.request_type`,
  urgency: sql`d.urgency`,
  policy: sql`d.policy_id`,
  customer: sql`f.customer_id`,
}
