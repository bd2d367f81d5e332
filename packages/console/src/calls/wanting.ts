import type { Values } from './draft.ts'

/** What a registered call becomes: a ticket, one that is solved at once, or a part of one that is open. */
export type Way = 'opened' | 'answered' | 'appended'

type Wanted = Partial<Record<keyof Values, `sheet.${'body' | 'number' | 'subject' | 'result'}Missing`>>

/** What is asked for and not given yet. */
export function wanting(values: Values, way: Way): Wanted {
  const empty = (text: string) => !text.trim()
  if (way === 'appended') return empty(values.body) ? { body: 'sheet.bodyMissing' } : {}
  return {
    ...(empty(values.number) && !values.customer && { number: 'sheet.numberMissing' }),
    ...(empty(values.subject) && { subject: 'sheet.subjectMissing' }),
    ...(way === 'answered' && empty(values.result) && { result: 'sheet.resultMissing' }),
  }
}
