import { useMemo } from 'react'
import type { HolidaysRecord } from '../records.ts'
import { useWords } from '../words/index.ts'
import { shippedName } from './holidays/shipped.ts'

/** A year's holidays in the reader's language where they are the shipped ones; what the desk has named is called so. */
export function useShippedNames(): (record: HolidaysRecord) => HolidaysRecord {
  const { t } = useWords()
  return useMemo(() => {
    const spoken = (name: string): string => {
      const shipped = shippedName(name)
      if (!shipped) return name
      const said = shipped.holidays.map(key => t(`holidays.shipped.${key}`)).join(t('comma'))
      return shipped.isMakeUp ? t('holidays.shipped.makeUp', { name: said }) : said
    }
    return record =>
      record.source === 'shipped'
        ? { ...record, days: record.days.map(day => ({ ...day, name: spoken(day.name) })) }
        : record
  }, [t])
}
