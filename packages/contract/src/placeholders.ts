import type { z } from 'zod'
import type { ticket } from './ticket-record.ts'

/** Placeholders in words that are kept for later: `{{customer.name|客户}}`, and `\{{` for the brackets themselves. */

export const placeholderNames = [
  'customer.name',
  'customer.salutation',
  'customer.company',
  'ticket.number',
  'ticket.subject',
  'ticket.category',
  'ticket.urgency',
  'ticket.dueAt',
  'agent.name',
  'department.name',
  'desk.name',
  'today',
] as const
export type PlaceholderName = (typeof placeholderNames)[number]

/** A piece of such a text: words as they stand, or a placeholder; broken brackets are words. */
export type TextPart =
  | { text: string }
  | { placeholder: string; fallback: string; raw: string; known: boolean }
  | { broken: string }

const token = /\\\{\{|\{\{([^{}|]*)(?:\|([^{}]*))?\}\}|\{\{/g

/** The text taken apart, in order; joined again by `raw`, `broken` and `text` (with `\{{` for brackets) it is what it was. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  const say = (words: string) => {
    const last = parts.at(-1)
    if (words === '') return
    if (last && 'text' in last) last.text += words
    else parts.push({ text: words })
  }
  let at = 0
  for (const match of text.matchAll(token)) {
    const [raw, name, fallback] = match
    say(text.slice(at, match.index))
    at = match.index + raw.length
    if (raw === '\\{{') say('{{')
    else if (name === undefined) parts.push({ broken: raw })
    else {
      const placeholder = name.trim()
      parts.push({ placeholder, fallback: (fallback ?? '').trim(), raw, known: isPlaceholder(placeholder) })
    }
  }
  say(text.slice(at))
  return parts
}

/** Admin-made fields by their keys: whether there is such a one is not asked here. */
const fieldName = /^fields\.[\p{L}\p{N}_-]{1,64}$/u

export const isPlaceholder = (name: string): boolean =>
  (placeholderNames as readonly string[]).includes(name) || fieldName.test(name)

/** The names of the placeholders in it, each once, in order; unknown ones too. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set(textParts(text).flatMap(part => ('placeholder' in part ? [part.placeholder] : []))),
]

export interface PlaceholderProblem {
  code: 'placeholder.unknown' | 'placeholder.broken'
  params: { name: string }
}

/** What is wrong with the placeholders in it: a name that nobody knows, brackets that are not closed. */
export function placeholderProblems(text: string): PlaceholderProblem[] {
  return textParts(text).flatMap((part): PlaceholderProblem[] => {
    if ('broken' in part) return [{ code: 'placeholder.broken', params: { name: part.broken } }]
    if (!('placeholder' in part) || part.known) return []
    return [{ code: 'placeholder.unknown', params: { name: part.placeholder } }]
  })
}

/** By their names; what is missing or empty leaves nothing behind but the fallback. */
export type PlaceholderValues = Readonly<Record<string, string | null | undefined>>

/** The text as it is said: each placeholder by its value, else by its fallback. */
export const fillText = (text: string, values: PlaceholderValues): string =>
  textParts(text)
    .map(part => {
      if ('text' in part) return part.text
      if ('broken' in part) return part.broken
      const value = Object.hasOwn(values, part.placeholder) ? values[part.placeholder] : undefined
      return value || part.fallback
    })
    .join('')

/** A text in which nothing is a placeholder: what somebody has written, to be kept as it is. */
export const asWritten = (text: string): string => text.replaceAll('{{', '\\{{')

/** A ticket as its reader sees it: what is hidden from them is not in it. */
export type SeenTicket = Partial<z.output<typeof ticket>>

/** The words of the language in which it is said: whoever asks has them, and a browser has those of one language only. */
export type SaidWord = (section: 'salutation' | 'urgency' | 'word', key: string) => string | undefined

interface Said {
  locale: string
  word: SaidWord
  zone: string
  now: Date
  agentName: string
  deskName: string
}

/** What the placeholders mean on this ticket, said by this agent in this language. Times are told by the clocks of `zone`. */
export function placeholderValues(ticket: SeenTicket, said: Said): PlaceholderValues {
  const { locale, word, zone } = said
  // Hidden by its id, a thing is hidden by its name too.
  const customer = ticket.customerId === undefined ? null : ticket.customer
  const category = ticket.categoryId === undefined ? null : ticket.category
  const department = ticket.departmentId === undefined ? null : ticket.department
  const time = (at: Date, timeStyle?: 'short') =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'long', ...(timeStyle && { timeStyle }) }).format(at)
  return {
    ...fieldTexts(ticket.fields ?? {}, word),
    'customer.name': customer?.name,
    'customer.salutation': customer?.salutation && word('salutation', customer.salutation),
    'customer.company': customer?.company,
    'ticket.number': ticket.number,
    'ticket.subject': ticket.subject,
    'ticket.category': category,
    'ticket.urgency': ticket.urgency && word('urgency', ticket.urgency),
    'ticket.dueAt': ticket.dueAt && time(new Date(ticket.dueAt), 'short'),
    'agent.name': said.agentName,
    'department.name': department?.name,
    'desk.name': said.deskName,
    today: time(said.now),
  }
}

function fieldTexts(fields: Readonly<Record<string, unknown>>, word: SaidWord): Record<string, string> {
  const texts = Object.entries(fields).map(([key, value]) => [`fields.${key}`, fieldText(value, word)])
  return Object.fromEntries(texts)
}

/** Numbers, words and lists of them; what is made of parts has no words here. */
function fieldText(value: unknown, word: SaidWord): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return word('word', value ? 'yes' : 'no') ?? ''
  if (!Array.isArray(value)) return ''
  return value
    .map(each => fieldText(each, word))
    .filter(Boolean)
    .join(word('word', 'list') ?? ', ')
}
