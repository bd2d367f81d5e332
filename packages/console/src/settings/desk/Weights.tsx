import { urgencies } from '@baton/contract'
import { InputNumber } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { UrgencyTag } from '../../tickets/Urgency.tsx'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import type { DeskRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import style from './Desk.module.css'
import { Setting } from './Setting.tsx'

type LoadWeights = DeskRecord['loadWeights']

interface Props {
  weights: LoadWeights
  fixed: boolean
  problem: string | undefined
  onSave: (weights: LoadWeights) => void
}

/** How much a ticket of each urgency counts against what somebody can hold. */
export function Weights({ weights, fixed, problem, onSave }: Props): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const [values, setValues] = useState(weights)
  useEffect(() => setValues(weights), [weights])
  const done = () => {
    if (urgencies.some(urgency => values[urgency] !== weights[urgency])) onSave(values)
  }
  return (
    <Setting name="loadWeights" effect={t('desk.loadWeightsEffect')} problem={problem}>
      {tie => (
        <div className={style.weights}>
          {urgencies.map((urgency, at) => (
            <span key={urgency} className={style.weight}>
              <UrgencyTag urgency={urgency} />
              <InputNumber
                {...(at === 0 ? tie : {})}
                aria-label={shared(`urgency.${urgency}`)}
                disabled={fixed}
                min={0}
                max={100}
                step={0.5}
                value={values[urgency]}
                style={{ width: 72 }}
                onChange={next => setValues(old => ({ ...old, [urgency]: next ?? 0 }))}
                onBlur={done}
                onPressEnter={done}
              />
            </span>
          ))}
        </div>
      )}
    </Setting>
  )
}
