import { Chip, Empty } from '@baton/ui'
import type { ReactNode } from 'react'
import { Rows } from '../../lists/Rows.tsx'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import type { CalendarRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { useWeekWords } from './week/useWeekWords.ts'

interface Props {
  calendars: readonly CalendarRecord[]
  open: string | undefined
}

/** All calendars, each with its week in words. */
export function CalendarList({ calendars, open }: Props): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const words = useWeekWords()
  if (calendars.length === 0)
    return <Empty icon="calendar" title={t('calendars.none')} hint={t('calendars.noneHint')} />
  const columns = [
    {
      key: 'name',
      title: t('calendars.name'),
      width: 'minmax(0, 1fr)',
      cell: (calendar: CalendarRecord) => (
        <>
          <span className="cut">{calendar.name}</span>
          {calendar.archived && <Chip>{t('archived')}</Chip>}
        </>
      ),
    },
    {
      key: 'week',
      title: t('calendars.week'),
      width: 'minmax(0, 1.8fr)',
      narrow: true,
      cell: (calendar: CalendarRecord) => <span>{words.week(calendar.week)}</span>,
    },
    {
      key: 'zone',
      title: t('calendars.zone'),
      width: 'minmax(0, 0.7fr)',
      narrow: true,
      cell: (calendar: CalendarRecord) => <span className="cut">{calendar.timezone}</span>,
    },
    {
      key: 'holidays',
      title: t('holidays.title'),
      width: '88px',
      // Round the clock no day is unlike another.
      cell: ({ week, holidays }: CalendarRecord) =>
        week !== null && t(holidays ? 'calendars.holidaysKept' : 'calendars.holidaysNotKept'),
    },
    {
      key: 'days',
      title: t('calendars.days'),
      width: '88px',
      end: true,
      cell: ({ week, days }: CalendarRecord) =>
        week !== null && days.length > 0 && t('calendars.dayCount', { count: days.length }),
    },
  ]
  return (
    <Rows
      label={shared('settings.calendars')}
      columns={columns}
      items={calendars}
      to={calendar => ({ page: 'calendars', id: calendar.id })}
      open={open}
      isPale={calendar => calendar.archived}
    />
  )
}
