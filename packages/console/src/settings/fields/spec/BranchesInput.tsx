import type { FieldBranch } from '@baton/contract'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { groveOf } from '../../../fields/tree.ts'
import { useWords } from '../../words/index.ts'
import { branchesOf, textOf } from '../outline.ts'
import style from './spec.module.css'

interface Props {
  label: string
  value: readonly FieldBranch[]
  onChange: (branches: FieldBranch[]) => void
  kept: ReadonlySet<string>
}

/** A tree as one writes it down: a line each, indented beneath what it belongs to; what comes of it stands beside. */
export function BranchesInput({ label, value, onChange, kept }: Props): ReactNode {
  const { t } = useWords()
  const [text, setText] = useState(() => textOf(value))
  const shown = value.filter(({ archived }) => !archived)
  const grove = groveOf(shown)
  const gone = value.length - shown.length
  return (
    <div className={style.tree}>
      <Input.TextArea
        aria-label={label}
        placeholder={t('fields.treeHint')}
        spellCheck={false}
        autoSize={{ minRows: 8, maxRows: 20 }}
        className={style.outline ?? ''}
        value={text}
        onChange={event => {
          setText(event.target.value)
          onChange(branchesOf(event.target.value, value, kept))
        }}
        onKeyDown={event => {
          // Tab goes on, as everywhere; brackets indent, as in every editor.
          const by = event.key === ']' ? 1 : event.key === '[' ? -1 : 0
          if (by === 0 || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          const { selectionStart, selectionEnd } = event.currentTarget
          const next = indented(text, selectionStart, selectionEnd, by)
          setText(next)
          onChange(branchesOf(next, value, kept))
        }}
      />
      <p className={style.note}>
        {t('fields.treeKeys')}
        {shown.length > 0 &&
          ` ${t('fields.treeCount', { count: shown.length, ends: shown.filter(({ key }) => grove.beneath(key).length === 0).length })}`}
        {gone > 0 && ` ${t('fields.treeGone', { count: gone })}`}
      </p>
    </div>
  )
}

/** The lines that are chosen, two spaces further in or out. */
function indented(text: string, from: number, to: number, by: number): string {
  let at = 0
  return text
    .split('\n')
    .map(line => {
      const [start, end] = [at, at + line.length]
      at = end + 1
      if (end < from || start > to) return line
      return by > 0 ? `  ${line}` : line.replace(/^ {1,2}/, '')
    })
    .join('\n')
}
