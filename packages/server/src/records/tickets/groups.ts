import { type Condition, choiceText, type Field, fieldOf, nameIn, type Records, wordIn } from '@baton/contract'
import { sql } from 'kysely'
import { isHidden } from '../../kernel/grants.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { invalidField } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { categories, requestTypes } from '../categories/index.ts'
import { type TicketFields, ticketFields } from './fields.ts'
import { customersFor } from './list.ts'
import { namesOf } from './names.ts'
import { holdingWords } from './search/words.ts'
import { viewsOf } from './views/rows.ts'
import { inScope } from './visible.ts'
import { conditionOf, matching } from './where.ts'

/** So many tickets are looked at: what a board shows of more is said to be more. */
const mostLooked = 50_000
/** From here on a count says 999+. */
const mostCounted = 1000
const mostGroups = 200

/** Whether a list can be shown apart by a field: it has one value of a few. */
export function canGroupBy(field: string, { catalogue, columns }: TicketFields): boolean {
  const known = fieldOf(catalogue, field)
  if (!known || !columns[field]) return false
  if (known.type === 'boolean') return true
  if (known.type === 'choice')
    return known.options !== undefined || field === 'requestType' || field === 'customer.level'
  return known.type === 'ref' && field !== 'id' && known.to !== 'customer'
}

/** The parts into which a question's tickets fall by a field. Known choices are there though nothing stands in them. */
export const groupTickets = read('ticket.groups', async (reading, input) => {
  const fields = reading.picture.of(ticketFields)
  if (isHidden(reading.caller.grants, input.by) || !canGroupBy(input.by, fields)) throw invalidField('by', 'view.group')
  const [view] = input.view ? await viewsOf(reading, [input.view]) : []
  const asked = conditionOf(input.where, reading)
  const column = fields.columns[input.by]
  const by: Condition = { field: input.by, op: 'isEmpty' }
  const { rows } = await sql<{ value: Value; n: number }>`
    select value, count(*)::int as n from (
      select ${column?.sql} as value from tickets t ${customersFor([view?.conditions, asked, by], view?.text, reading)}
      where ${inScope(reading, 'ticket.list')} and ${matching(view?.conditions, reading)} and ${matching(asked, reading)}
        and ${await holdingWords(reading, view?.text)}
      limit ${mostLooked}) looked
    group by value order by n desc limit ${mostGroups}`.execute(reading.db)
  const groups = ordered(rows, input.by, fields.catalogue[input.by], reading)
  const looked = rows.reduce((sum, { n }) => sum + n, 0)
  return { by: input.by, groups, isMore: looked >= mostLooked || rows.length >= mostGroups }
})

type Value = string | boolean | null
type Group = Records['ticketGroups']['groups'][number]

/** Choices in the order of their list, others by name; what has nothing there comes last. */
function ordered(
  rows: readonly { value: Value; n: number }[],
  by: string,
  field: Field | undefined,
  reading: Reading,
): Group[] {
  const counted = new Map(rows.map(({ value, n }) => [value, n]))
  const nameOf = namerOf(by, field, reading)
  const group = (value: Value): Group => ({
    value,
    name: value === null ? '' : nameOf(String(value)),
    count: Math.min(counted.get(value) ?? 0, mostCounted),
    where: value === null ? { field: by, op: 'isEmpty' } : { field: by, op: 'is', value },
  })
  const known: readonly Value[] = field?.type === 'boolean' ? [true, false] : (field?.options ?? [])
  const others = [...counted.keys()].filter(value => value !== null && !known.includes(value)).map(group)
  const isThere = counted.has(null) || field?.nullable === true
  return [
    ...known.map(group),
    ...others.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
    ...(isThere ? [group(null)] : []),
  ]
}

function namerOf(by: string, field: Field | undefined, reading: Reading): (value: string) => string {
  const { caller, picture } = reading
  const own = by.startsWith('fields.') ? picture.of(ticketFields).own.byKey(by.slice('fields.'.length)) : undefined
  if (own?.spec.kind === 'choice') {
    const { options } = own.spec
    return value => nameIn(options, value, caller)
  }
  if (field?.to === 'category') return value => picture.of(categories).pathOf(value) ?? '—'
  if (field?.to) {
    const names = namesOf(reading)
    return value => names(value) ?? '—'
  }
  if (by === 'requestType') {
    const type = (value: string) => picture.of(requestTypes).all.find(({ key }) => key === value)
    return value => (caller.locale === 'en' ? type(value)?.name_en : type(value)?.name_zh) ?? value
  }
  if (field?.type === 'boolean') return value => wordIn(caller.locale, 'word', value === 'true' ? 'yes' : 'no') ?? value
  return value => choiceText(caller.locale, by, value)
}
