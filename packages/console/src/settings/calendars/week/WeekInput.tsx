import { Segmented } from '@baton/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Part } from '../../../forms/Part.tsx'
import type { Form } from '../../../forms/useForm.ts'
import { useWords } from '../../words/index.ts'
import type { Draft } from '../draft.ts'
import { weekDates } from '../useDates.ts'
import { SpansInput } from './SpansInput.tsx'
import { useWeekWords } from './useWeekWords.ts'
import style from './Week.module.css'

/** Round the clock, or the hours of each day from Monday to Sunday. */
export function WeekInput({ form }: { form: Form<Draft> }): ReactNode {
  const { t } = useWords()
  const { nameOf } = useWeekWords()
  const { always, week } = form.values
  const error = form.error('week')
  const refusedAt = (day: number) => form.refused?.at(`week.${day}`)
  const isWhole = error && !week.some((_, day) => refusedAt(day)) && week.every(spans => spans.length === 0)
  const [monday = []] = week
  const copied = week.map((spans, day) => (day > 0 && day < 5 ? monday : spans))
  return (
    <Part
      title={t('calendars.week')}
      end={
        !always && (
          <Button
            type="text"
            size="small"
            disabled={JSON.stringify(copied) === JSON.stringify(week)}
            onClick={() => form.set('week', copied)}
          >
            {t('calendars.copy')}
          </Button>
        )
      }
    >
      <div className={style.week}>
        <Segmented<'byHours' | 'always'>
          label={t('calendars.kind')}
          choices={(['byHours', 'always'] as const).map(value => ({ value, label: t(`calendars.${value}`) }))}
          value={always ? 'always' : 'byHours'}
          onChange={value => form.set('always', value === 'always')}
        />
        {always ? (
          <p className={style.words}>{t('calendars.alwaysHint')}</p>
        ) : (
          <ul className={style.days}>
            {weekDates.map((date, day) => (
              <li key={date} className={style.day}>
                <span className={style.name}>{nameOf(day)}</span>
                <SpansInput
                  day={nameOf(day)}
                  spans={week[day] ?? []}
                  onChange={spans =>
                    form.set(
                      'week',
                      week.map((old, at) => (at === day ? spans : old)),
                    )
                  }
                  none={t('calendars.shut')}
                  tried={error !== undefined}
                  refused={refusedAt(day)}
                />
              </li>
            ))}
          </ul>
        )}
        {isWhole && (
          <div ref={show} role="alert" className={style.wrong}>
            {error}
          </div>
        )}
      </div>
    </Part>
  )
}

/** No single field is wrong that the cursor could be put into. */
const show = (words: HTMLElement | null) => words?.scrollIntoView({ block: 'nearest' })
