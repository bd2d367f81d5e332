import { Select } from '@baton/ui'
import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import style from './ConditionEditor.module.css'
import { type LengthUnit, lengthOf, lengthText, lengthUnits } from './length.ts'
import { useConditionWords } from './words/index.ts'

/** How far back or ahead: a number, and of what. */
export function LengthEditor({ text, put }: { text: string; put: (text: string) => void }): ReactNode {
  const { t } = useConditionWords()
  const { count, unit } = lengthOf(text) ?? { count: 7, unit: 'days' as const }
  return (
    <span className={style.length}>
      <InputNumber<number>
        aria-label={t('valueLabel')}
        style={{ width: '100%' }}
        controls={false}
        precision={0}
        min={1}
        max={9999}
        value={count}
        onChange={next => next !== null && put(lengthText({ count: next, unit }))}
      />
      <Select<LengthUnit>
        label={t('unitLabel')}
        value={unit}
        onChange={next => put(lengthText({ count, unit: next }))}
        options={lengthUnits.map(value => ({ value, label: t(`unit.${value}`) }))}
      />
    </span>
  )
}
