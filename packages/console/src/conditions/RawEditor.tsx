import type { Condition } from '@baton/contract'
import { type ReactNode, useState } from 'react'
import style from './ConditionEditor.module.css'
import { isCondition } from './condition.ts'
import { useConditionWords } from './words/index.ts'

/** The condition as it is kept; told beneath when it is none. */
export function RawEditor({
  value,
  onChange,
}: {
  value: Condition
  onChange: (condition: Condition) => void
}): ReactNode {
  const { t } = useConditionWords()
  const [text, setText] = useState(() => JSON.stringify(value, null, 2))
  const parsed = parse(text)
  return (
    <>
      <textarea
        className={style.raw}
        aria-label={t('rawLabel')}
        {...(!parsed && { 'aria-invalid': true })}
        spellCheck={false}
        rows={Math.min(16, text.split('\n').length + 1)}
        value={text}
        onChange={event => {
          setText(event.target.value)
          const next = parse(event.target.value)
          if (next) onChange(next)
        }}
      />
      {!parsed && (
        <p className={style.problem} role="alert">
          {t('rawWrong')}
        </p>
      )}
    </>
  )
}

function parse(text: string): Condition | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isCondition(value) ? value : undefined
  } catch {
    return undefined
  }
}
