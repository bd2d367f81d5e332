import { dayAt, type FactKind, isOpen, type Status } from '@baton/contract'
import {
  begun,
  type Dimensions,
  type Fact,
  type Life,
  type OwnKeys,
  type Stretch,
  sameDimensions,
  type Told,
} from './life.ts'
import { changesOf, type Happening, holderOf, idsOf, modeOf, secondsOf, textOf } from './payload.ts'
import { promiseFacts } from './promise.ts'

export interface Folded {
  life: Life
  facts: readonly Fact[]
  stretches: readonly Stretch[]
}

/**
 * A ticket's next event: which facts it makes and how it leaves the ticket. Pure: the follower and the recount both fold
 * with it. `zone` is the desk's, in which days are cut; `own` its own fields. Undefined for a ticket whose beginning is not known.
 */
export function fold(before: Life | undefined, event: Happening, zone: string, own: OwnKeys): Folded | undefined {
  const known = event.type === 'ticket.opened' ? opened(event) : before
  if (!known) return undefined
  const at = event.at.getTime()
  const now = stopped(worked(changed(known, event, own), known, at), event.type, at)
  const told = [...factsOf(now, event)]
  const facts: Fact[] = []
  const counts = { ...now.counts }
  for (const { kind, at: when = event.at, value = null, word = null, dimensions = now.dimensions } of told) {
    const nth = (counts[kind] ?? 0) + 1
    counts[kind] = nth
    const day = dayAt(when.getTime(), zone)
    facts.push({ kind, at: when, day, dimensions, customerId: now.customerId, value, word, nth })
  }
  const missed = told.flatMap(({ kind, word }) => (kind === 'breached' && word ? [word] : []))
  const life = { ...now, counts, missed: [...new Set([...now.missed, ...missed])] }
  return { facts, ...lying(life, event.type === 'ticket.opened' ? undefined : known, dayAt(at, zone)) }
}

function opened({ at, payload }: Happening): Life {
  const dimensions: Dimensions = {
    ...holderOf(payload.to),
    channel: textOf(payload.channel) ?? 'api',
    categoryIds: idsOf(payload.categoryPath) ?? [],
    requestType: textOf(payload.requestType),
    urgency: textOf(payload.urgency) ?? 'normal',
  }
  return begun(at.getTime(), dimensions, textOf(payload.customerId))
}

/** The ticket with what the event says has changed; of its own fields also what is reported now. */
function changed(life: Life, { payload }: Happening, { kept, reported }: OwnKeys): Life {
  const to = changesOf(payload)
  const now = (field: string, before: string | null) => (to.has(field) ? textOf(to.get(field)) : before)
  const { dimensions } = life
  const category = textOf(to.get('categoryId'))
  const own = ownAfter(life.own, to, kept)
  const { fields: _fields, ...others } = dimensions
  const { own: _own, ...before } = life
  return {
    ...before,
    ...(own && { own }),
    customerId: now('customerId', life.customerId),
    status: now('status', life.status) ?? life.status,
    dimensions: {
      ...others,
      ...reportedOf(own, reported),
      departmentId: now('departmentId', dimensions.departmentId),
      assigneeId: now('assigneeId', dimensions.assigneeId),
      urgency: now('urgency', dimensions.urgency) ?? dimensions.urgency,
      requestType: now('requestType', dimensions.requestType),
      ...(to.has('categoryId') && { categoryIds: idsOf(payload.categoryPath) ?? (category ? [category] : []) }),
    },
  }
}

function ownAfter(before: Life['own'], to: ReadonlyMap<string, unknown>, kept: OwnKeys['kept']): Life['own'] {
  const told = [...to].flatMap(([field, value]): [string, unknown][] => {
    const key = field.startsWith('fields.') ? field.slice('fields.'.length) : ''
    return kept.has(key) ? [[key, value]] : []
  })
  if (told.length === 0) return before
  return filled({ ...before, ...Object.fromEntries(told) })
}

/** Undefined of nothing, so that a ticket without such fields is told apart as it always was. */
function filled(values: Readonly<Record<string, unknown>>): Life['own'] {
  const some = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  return some.length > 0 ? Object.fromEntries(some) : undefined
}

function reportedOf(own: Life['own'], reported: OwnKeys['reported']): Pick<Dimensions, 'fields'> {
  const fields = own && filled(Object.fromEntries(Object.entries(own).filter(([key]) => reported.has(key))))
  return fields ? { fields } : {}
}

/** When work on it began: when somebody was given it and when somebody took it up, anew in each cycle. */
function worked(life: Life, before: Life, at: number): Life {
  const again = isUp(life) && !isUp(before)
  let now = again ? { ...life, assignedAt: null, acceptedAt: null, pausedAt: null, paused: 0 } : life
  if (now.dimensions.assigneeId && now.assignedAt === null) now = { ...now, assignedAt: at, ...restarted(now, at) }
  if (now.status === 'in_progress' && now.acceptedAt === null) now = { ...now, acceptedAt: at, ...restarted(now, at) }
  return now
}

const isUp = ({ status }: Life): boolean => isOpen(status as Status)

/** Only what is paused after work began is taken off. */
const restarted = ({ pausedAt }: Life, at: number) => ({ paused: 0, pausedAt: pausedAt === null ? null : at })

function stopped(life: Life, type: string, at: number): Life {
  if (type === 'ticket.paused') return { ...life, pausedAt: at }
  if (type === 'ticket.resumed') return { ...life, paused: pausedUntil(life, at), pausedAt: null }
  return life
}

const pausedUntil = ({ paused, pausedAt }: Life, at: number): number =>
  paused + (pausedAt === null ? 0 : Math.max(0, at - pausedAt))

function* factsOf(life: Life, event: Happening): Iterable<Told> {
  const { type, payload } = event
  const at = event.at.getTime()
  if (type === 'ticket.opened') yield { kind: 'created' }
  if (life.dimensions.assigneeId && !life.counts.assigned) yield { kind: 'assigned', word: modeOf(event) }
  const plain = Object.hasOwn(plainFacts, type) ? plainFacts[type] : undefined
  if (plain) yield { kind: plain }
  // An answered call or a recorded call-back is a first response as well.
  if ((type === 'ticket.replied' || type === 'ticket.called') && payload.first === true && !life.counts.responded)
    yield { kind: 'responded', value: secondsOf((at - life.createdAt) / 1000) }
  if (type === 'ticket.received' && payload.reopened === true) yield { kind: 'reopened' }
  if (type === 'ticket.solved') yield { kind: 'solved', value: handledUntil(life, at) }
  yield* promiseFacts(life, event)
  if (type === 'survey.answered')
    yield { kind: 'rated', value: scoreOf(payload.score), word: payload.hasComment === true ? 'comment' : null }
}

/** Events that are counted as they are. */
const plainFacts: Readonly<Record<string, FactKind>> = {
  'ticket.closed': 'closed',
  'ticket.cancelled': 'cancelled',
  'ticket.forceEnded': 'forceEnded',
  'ticket.reopened': 'reopened',
  'ticket.followedUp': 'followedUp',
  'ticket.transferred': 'transferred',
  'ticket.returned': 'returned',
  'ticket.urged': 'urged',
  'survey.sent': 'asked',
}

/** From when it was taken up, else from when it was given, less what it was paused; null when nobody had it before. */
function handledUntil(life: Life, at: number): number | null {
  const from = life.acceptedAt ?? life.assignedAt
  return from === null ? null : secondsOf((at - from - pausedUntil(life, at)) / 1000)
}

const scoreOf = (score: unknown): number | null =>
  typeof score === 'number' && Number.isInteger(score) && score >= 1 && score <= 5 ? score : null

/** Closes the stretch that lay open when its dimensions change or it is done; one that saw no midnight is none. */
function lying(life: Life, before: Life | undefined, day: string): Pick<Folded, 'life' | 'stretches'> {
  const same = before && sameDimensions(before.dimensions, life.dimensions) && before.customerId === life.customerId
  const since = before?.openSince ?? null
  if (isUp(life) && same && since !== null) return { life, stretches: [] }
  const stretches =
    before && since !== null && since < day
      ? [{ from: since, to: day, dimensions: before.dimensions, customerId: before.customerId }]
      : []
  return { life: { ...life, openSince: isUp(life) ? day : null }, stretches }
}
