import { openStatuses, type SlaTarget, urgencies } from '@baton/contract'
import { Combobox, Field, PickMany } from '@baton/ui'
import { InputNumber } from 'antd'
import { type ReactNode, useId } from 'react'
import { Toggle } from '../../forms/Toggle.tsx'
import { useFormWords } from '../../forms/words/index.ts'
import { useAll } from '../../lists/useAll.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useWords } from '../words/index.ts'
import { Escalation } from './Escalation.tsx'
import { hoursIn, secondsIn } from './hours.ts'
import style from './TargetsInput.module.css'
import { begun, type Target } from './values.ts'

interface Props {
  name: SlaTarget
  target: Target | undefined
  onChange: (target: Target | undefined) => void
  /** What the server says about something inside, by its path from the target. */
  problemAt: (path: string) => string | undefined
  /** Whether it was to be sent: what is missing is told from then on. */
  tried: boolean
}

/** One promise, given or not: hours by urgency, by which calendar, where it stands still, and what happens near its end. */
export function OneTarget({ name, target, onChange, problemAt, tried }: Props): ReactNode {
  const { t } = useWords()
  return (
    <div className={style.target}>
      <Toggle on={target !== undefined} onChange={on => onChange(on ? begun(name) : undefined)}>
        {t(`policies.target.${name}`)}
      </Toggle>
      <p className={style.under}>{t(`policies.means.${name}`)}</p>
      {target && (
        <>
          <Hours target={target} onChange={onChange} problemAt={problemAt} />
          <By target={target} onChange={onChange} problemAt={problemAt} />
          <Escalation target={target} onChange={onChange} problemAt={problemAt} tried={tried} />
        </>
      )}
    </div>
  )
}

interface PartProps {
  target: Target
  onChange: (target: Target) => void
  problemAt: (path: string) => string | undefined
}

function Hours({ target, onChange, problemAt }: PartProps): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const wrongId = useId()
  const wrong = problemAt('seconds')
  return (
    <div>
      <div className={style.hours}>
        {urgencies.map(urgency => (
          <div key={urgency} className={style.hour}>
            <span className={style.urgency}>{shared(`urgency.${urgency}`)}</span>
            <InputNumber
              className={style.number ?? ''}
              aria-label={`${t(`policies.target.${target.target}`)} ${shared(`urgency.${urgency}`)} ${t('policies.hours')}`}
              {...(problemAt(`seconds.${urgency}`) && { 'aria-invalid': true, 'aria-describedby': wrongId })}
              min={0.02}
              max={87_000}
              controls={false}
              placeholder={t('policies.noPromise')}
              suffix={target.seconds[urgency] === null ? undefined : t('policies.hours')}
              value={hoursIn(target.seconds[urgency])}
              onChange={hours => onChange({ ...target, seconds: { ...target.seconds, [urgency]: secondsIn(hours) } })}
            />
          </div>
        ))}
      </div>
      {wrong && (
        <p id={wrongId} className={style.error} role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}

function By({ target, onChange, problemAt }: PartProps): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const calendars = useAll('calendar.list', {})
  return (
    <div className={style.by}>
      <Field label={t('policies.calendar')} error={problemAt('calendarId')}>
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
      <Field label={t('policies.pauseIn')} error={problemAt('pauseIn')}>
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
