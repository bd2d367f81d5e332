import { useState } from 'react'
import { clash } from './changed.ts'

interface Begun<V> {
  /** What the form began with, whatever others have made of it since: what was not touched here is not sent. */
  before: V
  /** The version to send with a change. */
  versionFor: (patch: Partial<V>) => number
}

/**
 * Others may change a record while its form is open. What only they have changed stays theirs; where both have changed
 * the same, the version that the form began with is sent once, so that it is refused as a conflict, and who saves again
 * means it.
 */
export function useBegun<R extends { version: number }, V extends object>(
  record: R,
  valuesOf: (record: R) => V,
): Begun<V> {
  const [begun] = useState(record)
  const [told, setTold] = useState(false)
  const before = valuesOf(begun)
  return {
    before,
    versionFor(patch) {
      if (told || !clash(before, valuesOf(record), patch)) return record.version
      setTold(true)
      return begun.version
    },
  }
}
