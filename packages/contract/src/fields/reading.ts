/** What reading a value needs to know beside the field. */
export interface Known {
  /** The regions of the address tree: whether there is one with this code, and whether it is divided further. */
  regions: { has(code: string): boolean; isDivided(code: string): boolean }
  /** A phone number as it is kept, undefined for what is none. */
  phone(text: string): string | undefined
  /** HTML with everything taken out that may not stand in a page of ours. */
  clean(html: string): string
  /** Whether there is such a record: `agent`, `department`, `customer`, `file`, of files `picture`. */
  exists(kind: string, id: string): boolean
}

export interface ValueProblem {
  /** Beneath the value: '' or `.detail`, `.2.price`. */
  at: string
  code: string
  params?: Record<string, unknown>
}
export type ReadValue = { value: unknown } | { problems: ValueProblem[] }

export const ok = (value: unknown): ReadValue => ({ value })
export const wrong = (code: string, params?: Record<string, unknown>, at = ''): ReadValue => ({
  problems: [{ at, code, ...(params && { params }) }],
})

export function isObject(sent: unknown, keys: readonly string[]): sent is Record<string, unknown> {
  return (
    typeof sent === 'object' &&
    sent !== null &&
    !Array.isArray(sent) &&
    Object.keys(sent).every(key => keys.includes(key))
  )
}
