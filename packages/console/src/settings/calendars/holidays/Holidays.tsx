import { Chip, Empty, Icon } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Asked } from '../../../lists/Asked.tsx'
import { useAsk } from '../../../session/ask.ts'
import { useAnchor } from '../../desk/useAnchor.ts'
import type { HolidaysRecord } from '../../records.ts'
import { useWords } from '../../words/index.ts'
import { useShippedNames } from '../useShippedNames.ts'
import { YearSwitch } from '../year/YearSwitch.tsx'
import { HolidayLines } from './HolidayLines.tsx'
import style from './Holidays.module.css'
import { LoadFile } from './LoadFile.tsx'
import { sumOf } from './sum.ts'

/** The public holidays of a year, where they come from, and how they get there. */
export function Holidays({ onEdit }: { onEdit: (year: number) => void }): ReactNode {
  const { t } = useWords()
  const [year, setYear] = useState(thisYear)
  const query = useAsk('holidays.get', { year })
  useAnchor()
  return (
    <section id="publicHolidays" className={style.part} aria-labelledby="publicHolidaysTitle">
      <header className={style.head}>
        <h2 id="publicHolidaysTitle" className={style.title}>
          {t('holidays.title')}
        </h2>
        <YearSwitch year={year} onChange={setYear} />
        <p className={style.under}>{t('holidays.under')}</p>
      </header>
      {year !== thisYear() + 1 && <NextYear onSee={setYear} />}
      <Asked query={query} rows={4}>
        {record => <OfYear record={record} onEdit={onEdit} />}
      </Asked>
    </section>
  )
}

const thisYear = () => new Date().getFullYear()
const november = 10

/** From November on, when they are usually announced, one line says that next year's are still missing. */
function NextYear({ onSee }: { onSee: (year: number) => void }): ReactNode {
  const { t } = useWords()
  const year = thisYear() + 1
  const isTime = new Date().getMonth() >= november
  const { data } = useAsk('holidays.get', { year }, { enabled: isTime })
  if (data?.source !== 'unknown') return null
  return (
    <p className={style.next}>
      <Icon name="info" />
      <span>
        {t('holidays.next', { year })}{' '}
        <button type="button" className={style.see} onClick={() => onSee(year)}>
          {t('holidays.see', { year })}
        </button>
      </span>
    </p>
  )
}

function OfYear({ record, onEdit }: { record: HolidaysRecord; onEdit: (year: number) => void }): ReactNode {
  const { t } = useWords()
  const { year, days, source, allowed } = useShippedNames()(record)
  const isKnown = source !== 'unknown'
  return (
    <>
      <div className={style.line}>
        <Chip tone={source === 'desk' ? 'accent' : 'plain'}>{t(`holidays.source.${source}`)}</Chip>
        {isKnown && <span className={style.sum}>{t('holidays.sum', sumOf(days))}</span>}
        <span className={style.deeds}>
          {allowed.includes('holidays.load') && <LoadFile key={year} record={record} />}
          {allowed.includes('holidays.set') && (
            <Button icon={<Icon name="edit" size={14} />} onClick={() => onEdit(year)}>
              {t(isKnown ? 'holidays.edit' : 'holidays.enter')}
            </Button>
          )}
        </span>
      </div>
      {days.length > 0 ? (
        <HolidayLines year={year} days={days} />
      ) : isKnown ? (
        <Empty icon="calendar" title={t('holidays.nobody')} />
      ) : (
        <Empty icon="calendar" title={t('holidays.none', { year })} hint={t('holidays.noneHint')} />
      )}
    </>
  )
}
