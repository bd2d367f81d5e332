import type { ReadInput, ReadName } from '@baton/contract'
import type { Reading } from './kinds.ts'
import { invalidField } from './problems.ts'
import type { Row } from './steps.ts'

export interface Page {
  items: Row[]
  nextCursor: string | null
}

export interface Read<N extends ReadName = ReadName> {
  name: N
  run(reading: Reading, input: ReadInput<N>): Promise<Row | Page>
}

export function read<N extends ReadName>(name: N, run: Read<N>['run']): Read<N> {
  return { name, run }
}

/** Cursors are opaque to callers: the order key of the last row, as JSON in base64url. */
export const toCursor = (key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The key inside a cursor, or undefined when there is none or it is not one of ours. */
export function fromCursor(cursor: string | undefined): unknown[] | undefined {
  if (!cursor) return undefined
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(key) ? key : undefined
  } catch {
    return undefined
  }
}

/** The key inside a cursor, each part in its form; undefined without a cursor. It comes from outside: anything else is a 422. */
export function cursorKey(cursor: string | undefined, forms: readonly RegExp[]): string[] | undefined {
  if (!cursor) return undefined
  const key = fromCursor(cursor)?.map(String)
  if (key?.length !== forms.length || !forms.every((form, at) => form.test(key[at] ?? '')))
    throw invalidField('cursor', 'format')
  return key
}

/** What parts of a cursor look like; a time is as PostgreSQL writes it. */
export const cursorForms = {
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  time: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  number: /^\d{1,15}$/,
  text: /^[^\0]*$/,
} as const

/** A page of a list that is small and at hand as a whole; the cursor is the last one's id. */
export function pageOfAll<T extends { id: string }>(
  all: readonly T[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): { shown: T[]; nextCursor: string | null } {
  const [after] = cursorKey(cursor, [cursorForms.id]) ?? []
  const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0
  const shown = all.slice(from, from + limit)
  const last = shown.at(-1)
  return { shown, nextCursor: all.length > from + limit && last ? toCursor([last.id]) : null }
}
