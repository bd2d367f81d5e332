import { instantOf, offsetAt } from '@baton/contract'
import { Field, Segmented } from '@baton/ui'
import { InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { Part } from '../../../forms/Part.tsx'
import { useNow } from '../../../tickets/now.ts'
import { useWords } from '../../words/index.ts'
import type { Draft } from '../draft.ts'
import style from './Reckon.module.css'
import { Result } from './Result.tsx'

/** From now or then on, so many working hours: when that is, by what is written and not yet saved. */
export function Reckon({ draft }: { draft: Draft }): ReactNode {
  const { t } = useWords()
  const now = useNow()
  const { timezone: zone } = draft
  /** As the clocks of the calendar's zone show it; undefined: now. */
  const [given, setGiven] = useState<string>()
  const [hours, setHours] = useState(4)
  const from = given === undefined ? now : instantOf(Date.parse(`${given}Z`), zone)
  return (
    <Part title={t('reckon.title')}>
      <div className={style.asked}>
        <Field label={t('reckon.from')}>
          {() => (
            <Segmented<'now' | 'given'>
              label={t('reckon.from')}
              choices={(['now', 'given'] as const).map(value => ({ value, label: t(`reckon.${value}`) }))}
              value={given === undefined ? 'now' : 'given'}
              onChange={value => setGiven(value === 'now' ? undefined : localOf(now, zone))}
            />
          )}
        </Field>
        {given !== undefined && (
          <Field label={t('reckon.at')}>
            {tie => (
              <input
                {...tie}
                type="datetime-local"
                className="picker"
                value={given}
                onChange={event => event.target.value && setGiven(event.target.value.slice(0, 16))}
              />
            )}
          </Field>
        )}
        <Field label={t('reckon.hours')}>
          {tie => (
            <InputNumber<number>
              {...tie}
              className={style.hours ?? ''}
              min={0.25}
              max={mostHours}
              step={1}
              value={hours}
              onChange={value => value !== null && setHours(value)}
            />
          )}
        </Field>
      </div>
      <Result draft={draft} from={from} hours={hours} />
    </Part>
  )
}

const mostHours = 2000

const localOf = (instant: number, zone: string): string =>
  new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 16)
