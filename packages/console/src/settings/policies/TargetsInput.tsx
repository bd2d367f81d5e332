import { openStatuses, type SlaTarget, slaTargets, urgencies } from '@baton/contract'
import { Combobox, Field, PickMany } from '@baton/ui'
import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { Toggle } from '../../forms/Toggle.tsx'
import { useFormWords } from '../../forms/words/index.ts'
import { useAll } from '../../lists/useAll.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useWords } from '../words/index.ts'
import { hoursIn, secondsIn } from './hours.ts'
import style from './TargetsInput.module.css'
import { begun, type Target, withTarget } from './values.ts'

interface Props {
  targets: readonly Target[]
  onChange: (targets: Target[]) => void
  error: string | undefined
}

/** The five promises, each given or not: hours by urgency, by which calendar, and where it stands still. */
export function TargetsInput({ targets, onChange, error }: Props): ReactNode {
  const { t } = useWords()
  return (
    <fieldset className={style.targets}>
      <legend className={style.legend}>{t('policies.targets')}</legend>
      {slaTargets.map(name => (
        <OneTarget
          key={name}
          name={name}
          target={targets.find(({ target }) => target === name)}
          onChange={target => onChange(withTarget(targets, name, target))}
        />
      ))}
      {error && (
        <p className={style.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

interface OneProps {
  name: SlaTarget
  target: Target | undefined
  onChange: (target: Target | undefined) => void
}

function OneTarget({ name, target, onChange }: OneProps): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const word = t(`policies.target.${name}`)
  return (
    <div className={style.target}>
      <Toggle on={target !== undefined} onChange={on => onChange(on ? begun(name) : undefined)}>
        {word}
      </Toggle>
      <p className={style.under}>{t(`policies.means.${name}`)}</p>
      {target && (
        <>
          <div className={style.hours}>
            {urgencies.map(urgency => (
              <div key={urgency} className={style.hour}>
                <span className={style.urgency}>{shared(`urgency.${urgency}`)}</span>
                <InputNumber
                  className={style.number ?? ''}
                  aria-label={`${word} ${shared(`urgency.${urgency}`)} ${t('policies.hours')}`}
                  min={0.02}
                  max={87_000}
                  controls={false}
                  placeholder={t('policies.noPromise')}
                  suffix={target.seconds[urgency] === null ? undefined : t('policies.hours')}
                  value={hoursIn(target.seconds[urgency])}
                  onChange={hours =>
                    onChange({ ...target, seconds: { ...target.seconds, [urgency]: secondsIn(hours) } })
                  }
                />
              </div>
            ))}
          </div>
          <By target={target} onChange={onChange} />
        </>
      )}
    </div>
  )
}

function By({ target, onChange }: { target: Target; onChange: (target: Target) => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const calendars = useAll('calendar.list', {})
  return (
    <div className={style.by}>
      <Field label={t('policies.calendar')}>
        {tie => (
          <Combobox
            tie={tie}
            options={(calendars.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={target.calendarId}
            onChange={calendarId => onChange({ ...target, calendarId })}
            placeholder={t('policies.roundTheClock')}
            emptyText={f('noMatch')}
            clearLabel={t('policies.toRoundTheClock')}
          />
        )}
      </Field>
      <Field label={t('policies.pauseIn')}>
        {tie => (
          <PickMany
            tie={tie}
            options={openStatuses.map(status => ({ value: status, label: shared(`status.${status}`) }))}
            value={target.pauseIn}
            onChange={statuses => onChange({ ...target, pauseIn: statuses as Target['pauseIn'] })}
            placeholder={t('policies.nowhere')}
            emptyText={f('noMatch')}
            removeLabel={name => f('remove', { name })}
          />
        )}
      </Field>
    </div>
  )
}
