import { type Transition, transitions, wordIn } from '@baton/contract'
import type { Locale } from '../../kernel/caller.ts'

const holders: Record<Transition['holder'], Record<Locale, string>> = {
  same: { 'zh-CN': '不变', en: 'the same' },
  given: { 'zh-CN': '指定的部门或人员', en: 'the given department or person' },
  actor: { 'zh-CN': '操作人', en: 'who does it' },
  previous: { 'zh-CN': '上一位处理人', en: 'the previous holder' },
  pool: { 'zh-CN': '部门公共池', en: 'the department’s pool' },
  'same or pool': { 'zh-CN': '不变；本人不在则回到公共池', en: 'the same; the pool when that person is away' },
  'same or given': { 'zh-CN': '不变，或指定的人员', en: 'the same, or the given person' },
}

/** What a verb does to a ticket's status and holder, as a sentence; nothing for verbs that are not in the table. */
export function transitionText(verb: string, locale: Locale): string | undefined {
  const row = transitions.find(transition => transition.verb === verb)
  if (!row) return undefined
  const { from, to, run, holder } = cells(row, locale)
  if (locale === 'en')
    return `Status: ${from} → ${to}. Run state: ${run}. Holder afterwards: ${holders[row.holder].en}.`
  return `状态：${from} → ${to}。运行状态：${run}。之后的处理人：${holder}。`
}

/** The one table of the ticket's life, as Markdown. */
export function statesTable(locale: Locale): string {
  const head =
    locale === 'en'
      ? ['verb', 'from', 'to', 'run state', 'holder afterwards']
      : ['操作', '从', '到', '运行状态', '之后的处理人']
  const rows = transitions.map(row => {
    const { from, to, run } = cells(row, locale)
    return [`\`${row.verb}\` ${wordIn(locale, 'verb', row.verb) ?? ''}`, from, to, run, holders[row.holder][locale]]
  })
  return table(head, rows)
}

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

const whileHeld: Record<NonNullable<Transition['held']>, Record<Locale, string>> = {
  pool: { 'zh-CN': '（没有人持有时）', en: ' (while no person has it)' },
}

function cells(row: Transition, locale: Locale): { from: string; to: string; run: string; holder: string } {
  const words = (names: readonly string[]) => names.map(name => `\`${name}\``).join(' · ')
  return {
    from: row.from.length > 0 ? words(row.from) + (row.held ? whileHeld[row.held][locale] : '') : '–',
    to: words(row.to),
    run: words(row.run ?? ['running']),
    holder: holders[row.holder]['zh-CN'],
  }
}
