import { Icon, IconButton, Segmented } from '@baton/ui'
import { Button, Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { Part } from '../../forms/Part.tsx'
import type { Form } from '../../forms/useForm.ts'
import { useWords } from '../words/index.ts'
import { type Draft, type DraftDay, usualDay, wrongOfDay } from './draft.ts'
import style from './OwnDays.module.css'
import { SpansInput } from './week/SpansInput.tsx'

/** Days that are this calendar's alone. */
export function OwnDays({ form }: { form: Form<Draft> }): ReactNode {
  const { t } = useWords()
  const { days } = form.values
  const tried = form.error('days') !== undefined
  return (
    <Part
      title={t('calendars.days')}
      end={
        <Button
          size="small"
          icon={<Icon name="plus" size={14} />}
          onClick={() => form.set('days', [...days, { date: '', name: '', spans: [] }])}
        >
          {t('calendars.addDay')}
        </Button>
      }
    >
      <p className={style.words}>{t('calendars.daysHint')}</p>
      <ul className={style.days}>
        {days.map((day, at) => (
          <OwnDay
            // biome-ignore lint/suspicious/noArrayIndexKey: a day that has no date yet is known by its place alone
            key={at}
            label={t('calendars.dayOf', { count: at + 1 })}
            day={day}
            wrong={tried ? wrongOfDay(day, days) : undefined}
            tried={tried}
            refused={form.refused?.at(`days.${at}`)}
            onChange={next =>
              form.set(
                'days',
                days.map((old, index) => (index === at ? next : old)),
              )
            }
            onRemove={() =>
              form.set(
                'days',
                days.filter((_, index) => index !== at),
              )
            }
          />
        ))}
      </ul>
    </Part>
  )
}

interface Props {
  label: string
  day: DraftDay
  wrong: ReturnType<typeof wrongOfDay>
  tried: boolean
  refused: string | undefined
  onChange: (day: DraftDay) => void
  onRemove: () => void
}

function OwnDay({ label, day, wrong, tried, refused, onChange, onRemove }: Props): ReactNode {
  const { t } = useWords()
  const id = useId()
  const words = wrong
    ? t(wrong === 'twice' ? 'calendars.twice' : wrong === 'date' ? 'calendars.wrongDate' : 'calendars.wrongName')
    : refused
  const told = (isIt: boolean) => isIt && { 'aria-invalid': true as const, 'aria-describedby': id }
  const isOpen = day.spans.length > 0
  return (
    <li className={style.day}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a line */}
      <div role="group" aria-label={day.name || label} className={style.line}>
        <input
          type="date"
          className="picker"
          aria-label={t('calendars.date')}
          // biome-ignore lint/a11y/noAutofocus: whoever adds a day says next which
          autoFocus={!day.date && !day.name}
          value={day.date}
          onChange={event => onChange({ ...day, date: event.target.value })}
          {...told(wrong === 'date' || wrong === 'twice')}
        />
        <Input
          className={style.name ?? ''}
          aria-label={t('calendars.dayName')}
          placeholder={t('calendars.dayName')}
          autoComplete="off"
          maxLength={50}
          value={day.name}
          onChange={event => onChange({ ...day, name: event.target.value })}
          {...told(wrong === 'name' || Boolean(!wrong && refused))}
        />
        <Segmented<'shut' | 'open'>
          label={t('calendars.dayKind')}
          choices={[
            { value: 'shut', label: t('calendars.dayShut') },
            { value: 'open', label: t('calendars.dayOpen') },
          ]}
          value={isOpen ? 'open' : 'shut'}
          onChange={kind => onChange({ ...day, spans: kind === 'open' ? [...usualDay] : [] })}
        />
        <IconButton icon="close" label={t('calendars.removeDay', { name: day.name || label })} onClick={onRemove} />
      </div>
      {isOpen && (
        <SpansInput
          day={day.name || label}
          spans={day.spans}
          onChange={spans => onChange({ ...day, spans })}
          none=""
          tried={tried}
        />
      )}
      {words && (
        <div id={id} role="alert" className={style.wrong}>
          {words}
        </div>
      )}
    </li>
  )
}
