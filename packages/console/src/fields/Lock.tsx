import { Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import style from './Lock.module.css'

/** Beside what one sees and may not change; says so to whoever points at it or taps it. */
export function Lock(): ReactNode {
  const { t } = useFormWords()
  return (
    <span className={style.lock} data-hint={t('frozen')}>
      <Icon name="lock" size={14} />
      <span className={style.word}>{t('frozen')}</span>
    </span>
  )
}
