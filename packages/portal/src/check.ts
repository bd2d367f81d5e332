import type { Draft } from './draft.ts'
import { fill, type Words } from './words.ts'

/** The most characters that the server takes. */
export const limits = { name: 100, email: 254, phone: 60, subject: 200, body: 20_000 } as const

/** What is wrong, by field; the server looks again, and knows more about phone numbers. */
export function checked(draft: Draft, words: Words): Map<string, string> {
  const wrong = new Map<string, string>()
  for (const field of ['name', 'subject', 'body'] as const) {
    if (draft[field].trim() === '') wrong.set(field, fill(words.required, { field: words[field] }))
    else if (draft[field].length > limits[field]) wrong.set(field, fill(words.tooLong, { most: limits[field] }))
  }
  if (!draft.email && !draft.phone) wrong.set('email', words.contactNeeded)
  if (draft.email && !/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(draft.email))
    wrong.set('email', words.emailWrong)
  if (draft.phone && draft.phone.replace(/[^\p{Nd}*]/gu, '').length < 3) wrong.set('phone', words.phoneWrong)
  // In the order of the page, so that the first one is the first to see.
  const order = ['name', 'email', 'phone', 'subject', 'body']
  return new Map([...wrong].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)))
}
