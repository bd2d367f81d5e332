import { parseQuick, type QuickPart, quickPrefixes, withoutPart } from '@baton/contract'
import { Chip } from '@baton/ui'
import type { ReactNode } from 'react'
import { wordOf } from '../fields/word.ts'
import style from './Filters.module.css'
import { useOwnPrefixes } from './useOwnPrefixes.ts'
import { useWords } from './words/index.ts'

interface Props {
  text: string
  onText: (text: string) => void
}

/** The filters in what was typed, each of which a press takes away. */
export function Filters({ text, onText }: Props): ReactNode {
  const { t } = useWords()
  const { own } = useOwnPrefixes()
  const nameOf = useFilterName()
  const filters = parseQuick(text, own).flatMap(part => (part.kind !== 'word' && part.value ? [part] : []))
  if (filters.length === 0) return null
  return (
    <div className={style.filters}>
      {filters.map(part => {
        const name = `${nameOf(part)}: ${part.value}`
        return (
          <Chip
            key={part.at[0]}
            tone="accent"
            onRemove={{ label: t('remove', { name }), run: () => onText(withoutPart(text, part)) }}
          >
            {name}
          </Chip>
        )
      })}
    </div>
  )
}

/** What a filter asks about, in the reader's language, however it was typed. */
function useFilterName(): (part: Exclude<QuickPart, { kind: 'word' }>) => string {
  const { i18n } = useWords()
  const { fields } = useOwnPrefixes()
  const language = i18n.language === 'en' ? 'en' : 'zh-CN'
  return part => {
    if (part.kind === 'filter') return quickPrefixes[part.key][language][0] ?? part.prefix
    const field = fields.find(({ key }) => key === part.field)
    return field ? wordOf(field, language) : part.prefix
  }
}
