import type { Records } from '@baton/contract'
import type { ReactNode } from 'react'
import { useJobWords } from '../../jobs/words/index.ts'
import { BulkBar, type Offer } from '../bulk/BulkBar.tsx'
import { countApart, countOf, isChosenApart, isEvery, whichApart } from './apart.ts'
import { type Group, keyOfGroup } from './group.ts'
import type { Apart } from './useApart.ts'
import { useGroupName } from './useGroups.ts'

interface Props {
  apart: Apart
  /** The view's word in the address. */
  view: string
  parts: Pick<Records['ticketGroups'], 'groups' | 'isMore'>
}

/** What can be done with what is chosen of a view that is shown apart; the group in which one chose can be chosen whole. */
export function ApartBar({ apart, view, parts }: Props): ReactNode {
  const { t } = useJobWords()
  const nameOf = useGroupName()
  const { chosen, last, whole, every, clear } = apart
  const filled = parts.groups.filter(({ count }) => count > 0)
  const here = filled.find(group => keyOfGroup(group) === last?.key)
  const isAll = isEvery(chosen, parts) && [...chosen.whole.values()].every(except => except.size === 0)
  const offers: Offer[] = []
  if (here && filled.length > 1 && !isFull(here, apart))
    offers.push({ label: t('select.allOf', { name: nameOf(here), count: countOf([here]) }), run: whole })
  if (!isAll && !parts.isMore)
    offers.push({ label: t('select.all', { count: countOf(filled) }), run: () => every(parts.groups) })
  return (
    <BulkBar
      count={countApart(chosen, parts)}
      isAll={isAll}
      which={whichApart(chosen, view, parts)}
      offers={offers}
      onClear={clear}
    />
  )
}

/** Whether nothing of a group is left to be chosen. */
function isFull(group: Group, { chosen, last }: Apart): boolean {
  const key = keyOfGroup(group)
  if (chosen.whole.get(key)?.size === 0) return true
  return last?.rows.filter(({ id }) => isChosenApart(chosen, key, id)).length === group.count
}
