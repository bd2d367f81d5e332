import { useNames } from '../../people/directory.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { useCategories, useRequestTypes } from '../../workspace/choices.ts'

/** A field's value in the reader's words. */
export function useValueWords(): (field: string, value: unknown) => string {
  const { t, i18n } = useWords()
  const times = useTimes()
  const names = useNames()
  const { pathOf } = useCategories()
  const { nameOf } = useRequestTypes()
  return (field, value) => {
    if (value === null || value === undefined || value === '') return '—'
    if (Array.isArray(value)) return value.join('、') || '—'
    if (typeof value === 'number' && field.endsWith('Seconds')) return times.worked(value)
    if (typeof value !== 'string') return String(value)
    const word = `${field}.${value}`
    if (['status', 'urgency', 'runState', 'channel'].includes(field) && i18n.exists(word))
      return t(word as 'status.new')
    if (field === 'categoryId') return pathOf(value) ?? '—'
    if (field === 'requestType') return nameOf(value) ?? value
    if (field.endsWith('Id')) return names(value) ?? '—'
    if (field.endsWith('At')) return times.moment(value)
    return value
  }
}
