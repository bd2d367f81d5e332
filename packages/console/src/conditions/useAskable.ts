import type { Catalogue } from '@baton/contract'
import { useMemo } from 'react'
import { useMe } from '../session/me.ts'
import { fieldsAskable } from './fields.ts'
import { isOwner, useOwnEntries } from './useOwnEntries.ts'

export interface Askable {
  /** What sentences can say something about. */
  catalogue: Catalogue
  /** What they can be begun about, in the order in which it is offered: nothing that is out of use or hidden. */
  offered: readonly string[]
}

/** What sentences can be built about, by the kind of record: what it is made of, and the desk's own fields. */
export function useAskable(): (kind: string) => Askable {
  const own = useOwnEntries()
  const { isHidden } = useMe()
  return useMemo(() => {
    const known = new Map<string, Askable>()
    return kind => {
      const before = known.get(kind)
      if (before) return before
      const built = fieldsAskable(kind) ?? {}
      const entries = isOwner(kind) ? [...own[kind]] : []
      const made = {
        catalogue: { ...built, ...Object.fromEntries(entries.map(([id, { entry }]) => [id, entry])) },
        offered: [
          ...Object.keys(built).filter(id => !isHidden(id)),
          ...entries.flatMap(([id, { definition }]) => (definition.archived ? [] : [id])),
        ],
      }
      known.set(kind, made)
      return made
    }
  }, [own, isHidden])
}
