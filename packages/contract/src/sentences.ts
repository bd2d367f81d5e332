import { deliveryError } from './deliveries.ts'
import { durationText } from './durations.ts'
import { fill, type Section, wordIn } from './locales/index.ts'

/** An event as the log keeps it. */
export interface Told {
  type: string
  actor_kind: string
  actor_name: string
  payload: Readonly<Record<string, unknown>>
}

/**
 * What happened, as a sentence in the reader's language: who did what, to whom, and why. `names` turns ids into names
 * (undefined for unknown ones); times are shown as the clocks of `zone` (an IANA name) do.
 */
export function sentence(locale: string, event: Told, names: NamesOf, zone = 'Asia/Shanghai'): string {
  const say: Saying = { locale, names, zone, word: (section, key) => wordIn(locale, section, key) ?? key }
  const params: Record<string, string> = { actor: actorOf(event, say) }
  for (const [key, value] of Object.entries(event.payload)) params[key] = paramOf(event.type, key, value, say)
  return patternText(say.word('event', event.type), params)
}

export type NamesOf = (id: string) => string | undefined

interface Saying {
  locale: string
  names: NamesOf
  zone: string
  word(section: Section, key: string): string
}

function actorOf({ actor_kind, actor_name }: Told, { word }: Saying): string {
  if (actor_kind === 'system') return word('word', 'system')
  return actor_name || word('word', 'outside')
}

/** Fills a sentence; parts in brackets go when something in them is empty. */
export function patternText(pattern: string, params: Record<string, string>): string {
  const kept = pattern.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => params[name]) ? part : '',
  )
  return fill(kept, params)
}

function paramOf(type: string, key: string, value: unknown, say: Saying): string {
  if (key === 'changes') return changesText(value, say)
  if (type === 'delivery.changed' && key === 'error') return value ? deliveryError(say.locale, String(value)) : ''
  if (key === 'seconds' && type.startsWith('ticket.extension')) return durationText(say.locale, Number(value))
  return valueText({ name: key, section: sections.get(`${type}.${key}`) ?? sections.get(key) }, value, say)
}

interface Place {
  name: string
  /** The words that its values are one of. */
  section: Section | undefined
}

const sections: ReadonlyMap<string, Section> = new Map([
  ['channel', 'channel'],
  ['status', 'status'],
  ['runState', 'runState'],
  ['urgency', 'urgency'],
  ['clock', 'clock'],
  ['outcome', 'outcome'],
  ['direction', 'direction'],
  ['call.settled.outcome', 'callOutcome'],
  ['ticket.called.outcome', 'reach'],
  ['mail.retried.from', 'outcome'],
  ['survey.sent.channel', 'surveyChannel'],
  ['survey.notSent.reason', 'problem'],
  ['portal.codeAsked.channel', 'surveyChannel'],
  ['audience', 'audience'],
  ['surveyMoment', 'surveyMoment'],
  ['dispatch', 'dispatchMode'],
  ['salutation', 'salutation'],
  ['of', 'fieldOwner'],
  ['audience', 'audience'],
  ['layout', 'layout'],
  ['survey', 'surveyChoice'],
  ['agent.presenceChanged.from', 'presence'],
  ['agent.presenceChanged.to', 'presence'],
  ['session.refused.reason', 'refusal'],
  ['ticket.alerted.to', 'alertRole'],
  ['clock.escalated.verb', 'verb'],
  ['job.started.kind', 'jobKind'],
  ['job.started.verb', 'verb'],
  ['job.cancelled.kind', 'jobKind'],
  ['job.cancelled.verb', 'verb'],
  ['ticket.exported.format', 'fileFormat'],
  ['customer.exported.format', 'fileFormat'],
  ['delivery.changed.from', 'delivery'],
  ['delivery.changed.to', 'delivery'],
])

/** What a value of a field is called where it is one of a few; otherwise the value itself. */
export function choiceText(locale: string, field: string, value: string): string {
  const section = sections.get(field)
  return (section && wordIn(locale, section, value)) ?? value
}

interface Changed {
  field: string
  from: unknown
  to: unknown
}

function changesText(changes: unknown, say: Saying): string {
  if (!Array.isArray(changes)) return ''
  return (changes as Changed[]).map(change => changeText(change, say)).join(say.word('word', 'next'))
}

/** `紧急程度：一般 → 紧急`; of what is too large or cannot be named, only that it was changed. */
function changeText({ field, from, to }: Changed, say: Saying): string {
  const name = fieldText(field, say)
  const shown = (value: unknown) =>
    isNothing(value) ? say.word('word', 'none') : valueText({ name: field, section: sections.get(field) }, value, say)
  const params = { field: name, from: shown(from), to: shown(to) }
  const isTold = !isNothing(from) || !isNothing(to)
  const canTell = isTold && !isLarge(from) && !isLarge(to) && params.from !== '' && params.to !== ''
  return canTell ? fill(say.word('word', 'change'), params) : `${name} ${say.word('word', 'changed')}`
}

/** An admin-made field is called by its key. */
const fieldText = (field: string, { word }: Saying): string =>
  word('fieldName', field.startsWith('fields.') ? field.slice('fields.'.length) : field)

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
/** What is made of parts, and lists of such. */
const isLarge = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (!Array.isArray(value) || value.some(isLarge))

function valueText(place: Place, value: unknown, say: Saying): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return say.word('word', value ? 'yes' : 'no')
  if (Array.isArray(value)) return value.map(each => valueText(place, each, say)).join(say.word('word', 'list'))
  if (isLarge(value)) return holderText(value as Record<string, unknown>, say)
  const text = String(value)
  if (place.name === 'seconds') return minutesText(Number(value))
  if (/Seconds$/.test(place.name)) return durationText(say.locale, Number(value))
  if (/Ids?$/.test(place.name)) return say.names(text) ?? ''
  if (place.section === 'alertRole') return say.names(text) ?? say.word(place.section, text)
  if (isInstant(text)) return timeText(text, say)
  return place.section ? say.word(place.section, text) : short(text)
}

/** A department and a person in it, or the department alone: its pool. */
function holderText({ departmentId, assigneeId }: Record<string, unknown>, { names, word }: Saying): string {
  const department = departmentId ? names(String(departmentId)) : undefined
  const person = assigneeId ? names(String(assigneeId)) : undefined
  if (person && department) return fill(word('word', 'holder'), { person, department })
  return person ?? department ?? ''
}

/** `3:07`, `1:02:07`: how long somebody talked, in any language. */
function minutesText(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const parts = hours > 0 ? [hours, minutes, seconds % 60] : [minutes, seconds % 60]
  return parts.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)

function timeText(text: string, { locale, zone }: Saying): string {
  const time = new Date(text)
  return new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(time)
}

const most = 200
const short = (text: string): string => (text.length > most ? `${[...text].slice(0, most).join('')}…` : text)
