import { type RawBuilder, sql } from 'kysely'
import { toSql } from '../../kernel/conditions/index.ts'
import { isHidden } from '../../kernel/grants.ts'
import { type Reading, scopeOf } from '../../kernel/kinds.ts'
import { definitions } from '../fields/index.ts'
import { type Source, sources } from './sources.ts'

/** What the caller may read of those tickets of which `when` holds; undefined holds of all. */
export interface Level {
  when: RawBuilder<boolean> | undefined
  sources: readonly Source[]
}

/**
 * From the widest to the narrowest; the first that holds of a ticket is what may be read of it, and the last one holds of
 * all. A field that is hidden from the caller is not looked through; the conversation is, where the caller may read it,
 * and what is said among colleagues, where the caller may say something there too.
 */
export function levelsOf(reading: Reading): Level[] {
  const record = sources.filter(source => !isTalk(source) && isShown(source, reading))
  const talk: Source[] = [...record, 'messages']
  const timeline = holds('ticket.timeline', reading)
  const note = holds('ticket.note', reading)
  const levels: Level[] = []
  if (timeline && note) levels.push({ when: both(timeline, note), sources: [...talk, 'internal'] })
  if (timeline) levels.push({ when: timeline.when, sources: talk })
  levels.push({ when: undefined, sources: record })
  return levels.slice(0, levels.findIndex(level => level.when === undefined) + 1)
}

const isTalk = (source: Source): boolean => source === 'messages' || source === 'internal'

/** What each tells, any of which, when hidden, hides the source. */
const fields: Partial<Record<Source, readonly string[]>> = {
  subject: ['subject'],
  number: ['number'],
  customer: ['customer'],
  externalId: ['customer'],
  tags: ['tags'],
  fields: ['fields'],
  result: ['result'],
}

function isShown(source: Source, { caller, picture }: Reading): boolean {
  // The own fields stand in one text: who may not read one of them is not shown where it answers.
  if (
    source === 'fields' &&
    picture
      .of(definitions)
      .of('ticket')
      .all.some(({ key }) => isHidden(caller.grants, `fields.${key}`))
  )
    return false
  // A ticket does not show its customer's number elsewhere; the customer's file does.
  if (source === 'externalId' && caller.grants.may('customer.get') !== true) return false
  return !(fields[source] ?? []).some(field => isHidden(caller.grants, field))
}

/** Whether words that name the ticket's category find it. */
export const seesCategory = ({ caller }: Reading): boolean => !isHidden(caller.grants, 'category')

type Holds = Pick<Level, 'when'>

/** Where a grant holds among the tickets that are there for the caller; undefined when nowhere. */
function holds(grant: string, reading: Reading): Holds | undefined {
  const { grants } = reading.caller
  const answer = grants.may(grant)
  if (answer === false) return undefined
  const kind = reading.kind('ticket')
  const isEverywhere = answer === true || JSON.stringify(answer) === JSON.stringify(grants.may(kind.readGrant))
  return { when: isEverywhere ? undefined : toSql(scopeOf(kind, grant, reading), kind.columns(reading.picture)) }
}

const both = (a: Holds, b: Holds): Level['when'] =>
  a.when && b.when ? sql`(${a.when} and ${b.when})` : (a.when ?? b.when)
