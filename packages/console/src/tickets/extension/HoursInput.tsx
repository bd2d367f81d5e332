import type { Tie } from '@baton/ui'
import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { useClockWords } from '../clocks/words/index.ts'
import style from './extension.module.css'

/** A year round the clock. */
const mostHours = 8760

interface Props {
  tie: Tie
  /** Null while nothing is written. */
  seconds: number | null
  onChange: (seconds: number | null) => void
}

/** So much more time, written in hours. */
export function HoursInput({ tie, seconds, onChange }: Props): ReactNode {
  const { t } = useClockWords()
  return (
    <InputNumber<number>
      {...tie}
      className={style.hours ?? ''}
      autoFocus
      min={0.25}
      max={mostHours}
      step={1}
      suffix={t('extension.unit')}
      value={seconds === null ? null : seconds / 3600}
      onChange={hours => onChange(hours === null ? null : Math.round(hours * 3600))}
    />
  )
}
