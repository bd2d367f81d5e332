/** What reading a value needs to know beside the field. */
export interface Known {
  /** The regions of the address tree: whether there is one with this code, and whether it is divided further. */
  regions: { has(code: string): boolean; isDivided(code: string): boolean }
  /** A phone number as it is kept, undefined for what is none. */
  phone(text: string): string | undefined
  /** HTML with everything taken out that may not stand in a page of ours. */
  clean(html: string): string
  /** Whether there is such a record: `agent`, `department`, `customer`, `file`. */
  exists(kind: string, id: string): boolean
}

export interface ValueProblem {
  /** Beneath the value: '' or `.detail`, `.2.price`. */
  at: string
  code: string
  params?: Record<string, unknown>
}
export type ReadValue = { value: unknown } | { problems: ValueProblem[] }

/** Reads as this. */
export const ok = (value: unknown): ReadValue => ({ value })
/** Is wrong, here or beneath. */
export const wrong = (code: string, params?: Record<string, unknown>, at = ''): ReadValue => ({
  problems: [{ at, code, ...(params && { params }) }],
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
export const control = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** One line, without what does not show. */
export function readLine(sent: unknown, most: number): ReadValue {
  if (typeof sent !== 'string') return wrong('field.text')
  const text = sent.trim()
  if (text === '') return ok(null)
  if (!text.isWellFormed() || control.test(text)) return wrong('text.control')
  return [...text].length > most ? wrong('field.tooLong', { most }) : ok(text)
}

/** Whether it is an object with no other properties than these. */
export function isObject(sent: unknown, keys: readonly string[]): sent is Record<string, unknown> {
  return (
    typeof sent === 'object' &&
    sent !== null &&
    !Array.isArray(sent) &&
    Object.keys(sent).every(key => keys.includes(key))
  )
}
