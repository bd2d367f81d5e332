import { Select, type Tie } from '@baton/ui'
import { InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/index.ts'
import { countIn, secondsOf, type Unit, unitOf } from './duration.ts'
import style from './Number.module.css'

interface Props {
  tie?: Tie
  /** What it is about, for those who hear it. */
  label: string
  seconds: number
  onChange: (seconds: number) => void
}

/** A stretch of working time: a number, and minutes or hours. The unit stays as it was chosen while the number is typed. */
export function DurationInput({ tie, label, seconds, onChange }: Props): ReactNode {
  const { t } = useWords()
  const [unit, setUnit] = useState<Unit>(unitOf(seconds))
  const count = countIn(seconds, unit)
  return (
    <span className={style.line}>
      <InputNumber<number>
        {...tie}
        {...(!tie && { 'aria-label': label })}
        className={style.number ?? ''}
        controls={false}
        min={1 / 60}
        max={80_000}
        value={count}
        onChange={next => next !== null && onChange(secondsOf(next, unit))}
      />
      <Select<Unit>
        label={t('policies.unitOf', { what: label })}
        value={unit}
        onChange={next => {
          setUnit(next)
          onChange(secondsOf(count, next))
        }}
        options={[
          { value: 'minutes', label: t('policies.unit.minutes') },
          { value: 'hours', label: t('policies.unit.hours') },
        ]}
      />
    </span>
  )
}
