import { type ReactNode, useState } from 'react'
import { Toggle } from '../../forms/Toggle.tsx'
import { Asked } from '../../lists/Asked.tsx'
import { useAll } from '../../lists/useAll.ts'
import { useAsk } from '../../session/ask.ts'
import { useMe } from '../../session/me.ts'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { Calendar } from './Calendar.tsx'
import { CalendarList } from './CalendarList.tsx'
import { Holidays } from './holidays/Holidays.tsx'
import { HolidaysSheet } from './holidays/HolidaysSheet.tsx'
import { NewCalendar } from './NewCalendar.tsx'

/** When people work: the calendars, and the public holidays that they keep. */
export function CalendarsPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const sheet = useSheet('calendars')
  const query = useAll('calendar.list', { archived: true })
  const desk = useAsk('settings.get', {})
  const [archived, showArchived] = useState(false)
  const year = yearIn(id)
  return (
    <>
      <PageHead
        page="calendars"
        action={me.may('calendar.create') && <AddButton word={t('calendars.add')} onPress={() => sheet.open('new')} />}
        tools={
          query.data?.some(calendar => calendar.archived) && (
            <Toggle on={archived} onChange={showArchived}>
              {t('showArchived')}
            </Toggle>
          )
        }
      />
      <Asked query={query} rows={2}>
        {all => <CalendarList calendars={all.filter(calendar => archived || !calendar.archived)} open={id} />}
      </Asked>
      <Holidays onEdit={which => sheet.open(`holidays-${which}`)} />
      {id === 'new' && !desk.isPending && (
        <NewCalendar timezone={desk.data?.timezone ?? browserZone()} onClose={sheet.close} />
      )}
      {year !== undefined && <HolidaysSheet key={year} year={year} onClose={sheet.close} />}
      {id && id !== 'new' && year === undefined && query.data && (
        <Calendar key={id} calendar={query.data.find(calendar => calendar.id === id)} onClose={sheet.close} />
      )}
    </>
  )
}

/** The public holidays of a year stand at `/settings/calendars/holidays-2027`. */
const yearIn = (id: string | undefined): number | undefined => {
  const [, year] = /^holidays-(2[01]\d\d)$/.exec(id ?? '') ?? []
  return year === undefined ? undefined : Number(year)
}

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
