import type { ReadInput, ReadName } from '@baton/contract'
import type { Reading } from './kinds.ts'
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

/** Cuts `limit + 1` rows to a page; the extra row only tells that there is more. */
export function pageOf<T>(rows: readonly T[], limit: number, item: (row: T) => Row, key: (row: T) => unknown[]): Page {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(item), nextCursor: rows.length > limit && last ? toCursor(key(last)) : null }
}
