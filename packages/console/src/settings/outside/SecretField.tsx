import { Field, type Tie } from '@baton/ui'
import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words/index.ts'
import style from './SecretField.module.css'

interface Props {
  label: string
  error?: string | undefined
  hint?: string
  /** One is kept already. */
  kept: { hint: string } | undefined
  removable: boolean
  fixed: boolean
  /** What is being entered; null to forget the kept one, undefined to leave it. */
  value: string | null | undefined
  onChange: (value: string | null | undefined) => void
}

/** Something entered and never shown again: afterwards only that it is there, and how it ends. */
export function SecretField({ label, error, hint, kept, removable, fixed, value, onChange }: Props): ReactNode {
  const { t } = useWords()
  if (!kept || typeof value === 'string')
    return (
      <Field label={label} error={error} hint={[hint, t('outside.secretHint')].filter(Boolean).join(' · ')}>
        {tie => (
          <span className={style.line}>
            <Entry tie={tie} value={value ?? ''} onChange={onChange} focused={kept !== undefined} fixed={fixed} />
            {kept && <Button onClick={() => onChange(undefined)}>{t('outside.undo')}</Button>}
          </span>
        )}
      </Field>
    )
  const words = kept.hint ? t('outside.keptTail', { tail: kept.hint }) : t('outside.kept')
  return (
    <Field label={label} error={error} hint={hint}>
      {tie => (
        <span className={style.line}>
          <output {...tie} className={style.kept}>
            {value === null ? t('outside.removed') : words}
          </output>
          {!fixed &&
            (value === null ? (
              <Button onClick={() => onChange(undefined)}>{t('outside.undo')}</Button>
            ) : (
              <>
                <Button onClick={() => onChange('')}>{t('outside.replace')}</Button>
                {removable && <Button onClick={() => onChange(null)}>{t('outside.remove')}</Button>}
              </>
            ))}
        </span>
      )}
    </Field>
  )
}

interface EntryProps {
  tie: Tie
  value: string
  onChange: (value: string) => void
  focused: boolean
  fixed: boolean
}

/** Shown while it is being entered: it is pasted, and nobody types such a thing unseen. */
const Entry = ({ tie, value, onChange, focused, fixed }: EntryProps): ReactNode => (
  <Input
    {...tie}
    autoComplete="off"
    spellCheck={false}
    autoFocus={focused}
    disabled={fixed}
    maxLength={500}
    value={value}
    onChange={event => onChange(event.target.value)}
  />
)
