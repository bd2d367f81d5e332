import { type Form, useForm } from '../../forms/useForm.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useWords } from '../words/index.ts'
import { type Draft, wrongOfDay, wrongOfSpan } from './draft.ts'

/** The form of a calendar; what is wrong with it is found before it is sent. */
export function useDraft(before: Draft): Form<Draft> {
  const { t } = useWords()
  const { t: f } = useFormWords()
  return useForm(before, ({ name, always, week, days }) => ({
    name: name.trim() ? undefined : f('required'),
    week: always
      ? undefined
      : week.flat().some(wrongOfSpan)
        ? t('calendars.wrongTime')
        : week.every(spans => spans.length === 0)
          ? t('calendars.shutWeek')
          : undefined,
    days:
      !always && days.some(day => wrongOfDay(day, days) || day.spans.some(wrongOfSpan))
        ? t('calendars.wrongTime')
        : undefined,
  }))
}
