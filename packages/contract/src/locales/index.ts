import { en } from './en.ts'
import type { Section, Words } from './words.ts'
import { zhCN } from './zh-CN.ts'

export type { Section, Words }

const languages: Record<string, Words> = { 'zh-CN': zhCN, en }

/** A word or sentence by section and key, with `{name}` filled in; the key itself when there is none. */
export function problemText(locale: string, section: Section, key: string, params: Record<string, unknown>): string {
  const shown = Object.entries(params).map(([name, value]) => [name, inWords(locale, name, value)])
  return fill(wordIn(locale, section, sentenceOf(key, params)) ?? key, Object.fromEntries(shown))
}

/** What is paused or has ended is refused because of that, whatever its status was. */
const sentenceOf = (key: string, { runState }: Record<string, unknown>): string =>
  key === 'ticket.notFrom' && runState !== undefined && runState !== 'running' ? 'ticket.halted' : key

/** A parameter that has words of its own (a status, an urgency) is told by them, not by its key. */
function inWords(locale: string, name: string, value: unknown): unknown {
  if (typeof value !== 'string' || !Object.hasOwn(zhCN, name)) return value
  return wordIn(locale, name as Section, value) ?? value
}

/** The word or sentence as it stands, or undefined when there is none. Other languages than ours read Chinese. */
export function wordIn(locale: string, section: Section, key: string): string | undefined {
  const words = (languages[locale] ?? zhCN)[section] as Record<string, string>
  return Object.hasOwn(words, key) ? words[key] : undefined
}

/** Fills `{name}`; what is not given becomes nothing. */
export const fill = (sentence: string, params: Record<string, unknown>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))

/** The words of the domain by language, for whoever wants one language only. */
export { figuresEn } from './figures-en.ts'
export { figuresZhCN } from './figures-zh-CN.ts'
export { historyEn } from './history-en.ts'
export { historyZhCN } from './history-zh-CN.ts'
export { labelsEn } from './labels-en.ts'
export { labelsZhCN } from './labels-zh-CN.ts'
export { notificationsEn } from './notifications-en.ts'
export { notificationsZhCN } from './notifications-zh-CN.ts'
