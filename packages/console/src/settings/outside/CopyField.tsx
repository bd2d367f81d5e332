import { Field } from '@baton/ui'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useFormWords } from '../../forms/words/index.ts'
import style from './outside.module.css'

/** Something to be copied elsewhere, as a whole. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint: string }): ReactNode {
  const { t } = useFormWords()
  const [copied, set] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => {
        set(true)
        setTimeout(() => set(false), 2500)
      },
      () => undefined, // it can be selected by hand
    )
  return (
    <Field label={label} hint={hint}>
      {tie => (
        <span className={style.line}>
          <Input {...tie} readOnly value={value} onFocus={event => event.target.select()} />
          <Button onClick={() => void copy()}>
            <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
          </Button>
        </span>
      )}
    </Field>
  )
}
