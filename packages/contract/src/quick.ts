import { fold } from './conditions/index.ts'

/** What a prefix asks about: `状态:处理中`, `status:open`. */
export const quickKeys = [
  'customer',
  'number',
  'tag',
  'status',
  'urgency',
  'assignee',
  'department',
  'category',
  'channel',
  'type',
  'level',
  'created',
  'updated',
] as const
export type QuickKey = (typeof quickKeys)[number]

/** The prefixes of each key; the first of each language is the one that is shown. Folded. */
export const quickPrefixes: Record<QuickKey, { 'zh-CN': readonly string[]; en: readonly string[] }> = {
  customer: { 'zh-CN': ['客户', '提单人'], en: ['customer', 'requester', 'from'] },
  number: { 'zh-CN': ['编号', '工单号', '单号'], en: ['number', 'no'] },
  tag: { 'zh-CN': ['标签'], en: ['tag', 'tags'] },
  status: { 'zh-CN': ['状态'], en: ['status', 'is'] },
  urgency: { 'zh-CN': ['紧急程度', '紧急度', '优先级'], en: ['urgency', 'priority'] },
  assignee: { 'zh-CN': ['处理人', '受理人'], en: ['assignee', 'holder'] },
  department: { 'zh-CN': ['部门'], en: ['department', 'group'] },
  category: { 'zh-CN': ['分类', '类目'], en: ['category'] },
  channel: { 'zh-CN': ['渠道'], en: ['channel', 'via'] },
  type: { 'zh-CN': ['类型', '请求类型', '诉求类型'], en: ['type'] },
  level: { 'zh-CN': ['等级', '客户等级'], en: ['level'] },
  created: { 'zh-CN': ['创建', '创建时间'], en: ['created'] },
  updated: { 'zh-CN': ['更新', '更新时间'], en: ['updated'] },
}

/** A stretch of what was typed: UTF-16 units, the end exclusive. */
export type Stretch = readonly [from: number, to: number]

export type QuickPart =
  | { kind: 'word'; text: string; at: Stretch }
  /** `value` is empty while somebody is still typing it. */
  | { kind: 'filter'; key: QuickKey; prefix: string; value: string; at: Stretch }
  /** By one of the desk's own fields. */
  | { kind: 'own'; field: string; prefix: string; value: string; at: Stretch }

/** The desk's own fields by what they may be called in a search: their names and keys, folded. */
export type OwnPrefixes = ReadonlyMap<string, string>

/** Of several with the same name the first is meant: archived fields, which come last, take nothing from the others. */
export const ownPrefixes = (fields: readonly { key: string; name: string; nameEn: string | null }[]): OwnPrefixes =>
  new Map(
    fields
      .toReversed()
      .flatMap(({ key, name, nameEn }) => [key, name, nameEn ?? key].map(text => [fold(text), key] as const)),
  )

/**
 * Reads a search as people type it: words that must all be there, `"several words"` that must stand side by side, and
 * `prefix:value`, in either language, with half-width or full-width colon; the desk's own fields are prefixes too where
 * nothing of ours is called so. What is no known prefix is a word.
 */
export function parseQuick(text: string, own: OwnPrefixes = new Map()): QuickPart[] {
  const parts: QuickPart[] = []
  let at = 0
  for (;;) {
    while (at < text.length && isSpace(text[at])) at++
    if (at >= text.length) return parts
    const from = at
    const prefix = prefixAt(text, at, own)
    if (prefix) at = prefix.end
    const value = valueAt(text, at)
    at = value.end
    const stretch: Stretch = [from, at]
    if (prefix) parts.push({ ...prefix.means, prefix: prefix.text, value: value.text, at: stretch })
    else if (value.text) parts.push({ kind: 'word', text: value.text, at: stretch })
  }
}

/** What one of the desk's own fields is asked by: the first of its names that means it and can be typed. */
export const ownPrefix = (names: readonly string[], key: string, own: OwnPrefixes): string | undefined =>
  [...names, key].find(name => {
    const [part] = parseQuick(`${name}:x`, own)
    return part?.kind === 'own' && part.field === key
  })

/** The search without one of its parts, as when a chip is taken away. */
export const withoutPart = (text: string, { at: [from, to] }: QuickPart): string =>
  `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim()

const known: ReadonlyMap<string, QuickKey> = new Map(
  quickKeys.flatMap(key => Object.values(quickPrefixes[key]).flatMap(names => names.map(name => [name, key] as const))),
)
const longestPrefix = 20

type Means = { kind: 'filter'; key: QuickKey } | { kind: 'own'; field: string }

function prefixAt(
  text: string,
  from: number,
  own: OwnPrefixes,
): { means: Means; text: string; end: number } | undefined {
  for (let at = from; at < text.length && at <= from + longestPrefix; at++) {
    const character = text[at]
    if (isSpace(character) || isQuote(character)) return undefined
    if (character !== ':' && character !== '：') continue
    const prefix = text.slice(from, at)
    const key = known.get(fold(prefix))
    const field = own.get(fold(prefix))
    if (key) return { means: { kind: 'filter', key }, text: prefix, end: at + 1 }
    return field === undefined ? undefined : { means: { kind: 'own', field }, text: prefix, end: at + 1 }
  }
  return undefined
}

/** Up to the next space, or what stands in quotes; a quotation that is not closed goes on to the end. */
function valueAt(text: string, from: number): { text: string; end: number } {
  const closing = quotes.get(text[from] ?? '')
  if (closing) {
    let at = from + 1
    while (at < text.length && !closing.includes(text[at] ?? '')) at++
    return { text: text.slice(from + 1, at).trim(), end: Math.min(text.length, at + 1) }
  }
  let at = from
  while (at < text.length && !isSpace(text[at])) at++
  return { text: text.slice(from, at), end: at }
}

const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"”＂'],
  ['“', '”"'],
  ['”', '”"'],
  ['＂', '＂"'],
  ['「', '」'],
  ['『', '』'],
])
const isQuote = (character: string | undefined): boolean => character !== undefined && quotes.has(character)
const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character)
