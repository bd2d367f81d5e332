import { durationText } from './durations.ts'
import { type Section, wordIn } from './locales/index.ts'
import { type NamesOf, patternText } from './sentences.ts'

/** A notification as its table keeps it: what its sentence is made from. */
export interface Notice {
  kind: string
  count: number
  /** Names, short words and ids; `how` tells apart the sentences of one kind. */
  params: Readonly<Record<string, unknown>>
}

/**
 * What somebody is told, as a sentence in their language: `李雷 转办给您：超出范围`. Departments and people go by their
 * present names, times by the clock of `zone`.
 */
export function noticeText(locale: string, notice: Notice, names: NamesOf, zone: string): string {
  const { kind, count, params } = notice
  const word = (section: Section, key: string) => wordIn(locale, section, key) ?? key
  const shown: Record<string, string> = { count: String(count) }
  for (const [name, value] of Object.entries(params)) shown[name] = textOf(name, value)
  function textOf(name: string, value: unknown): string {
    if (value === null || value === undefined) return ''
    const text = String(value)
    if (/Id$/.test(name)) return names(text) ?? ''
    if (name === 'clock') return word('clock', text)
    if (name === 'error') return text.startsWith('delivery.') ? word('problem', text) : text
    if (name === 'seconds') return durationText(locale, Number(value))
    if (name === 'dueAt') return timeText(locale, text, zone)
    return text
  }
  if (params.actorKind === 'system') shown.actor = word('word', 'system')
  else if (params.actor === '') shown.actor = word('word', 'outside')
  const keys = [count > 1 && `${kind}.many`, params.how && `${kind}.${String(params.how)}`, kind]
  const key = keys.find(one => typeof one === 'string' && wordIn(locale, 'notification', one)) as string
  return patternText(word('notification', key), shown)
}

const timeText = (locale: string, text: string, zone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text))
