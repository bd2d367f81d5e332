import type { Records } from '@baton/contract'
import { keepPreviousData, type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useAll } from '../lists/useAll.ts'
import { ask } from '../session/api.ts'
import { useMe } from '../session/me.ts'

export type ViewRecord = Records['view']
export type Section = ViewRecord['section']
export type Layout = ViewRecord['layout']

export const sections: readonly Section[] = ['mine', 'department', 'public', 'private']

/** All that are there for oneself, in their order; undefined until they are known. */
export const useViews = (): readonly ViewRecord[] | undefined => useAll('view.list', {}).data

/** So many are counted by one question. */
export const mostCounted = 50

/** How many tickets stand in each of these views, by their ids; asked again when something changed. Nothing for whoever may not know. */
export function useCounts(views: readonly ViewRecord[]): Record<string, number> {
  const enabled = useMe().may('ticket.counts')
  const batches: string[][] = []
  for (let at = 0; at < views.length; at += mostCounted)
    batches.push(views.slice(at, at + mostCounted).map(view => view.id))
  return useQueries({
    queries: batches.map(names => ({
      queryKey: ['ticket.counts', names],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await ask('ticket.counts', { views: names }, signal)).counts,
      placeholderData: keepPreviousData,
      enabled,
    })),
    combine: together,
  })
}

const together = (answers: readonly UseQueryResult<Record<string, number>>[]): Record<string, number> =>
  Object.assign({}, ...answers.map(({ data }) => data))

/** 1000 means more than anybody counts; nothing is shown for none. */
export const countText = (count: number | undefined): string => (!count ? '' : count >= 1000 ? '999+' : String(count))

export const findView = (views: readonly ViewRecord[] | undefined, name: string): ViewRecord | undefined =>
  views?.find(view => view.key === name || view.id === name)

/** The word in the address: the key where there is one. */
export const addressOf = (view: ViewRecord): string => view.key ?? view.id

/** Those among which a view has its place: one's own, or all that are published in the same way. What comes with Baton stays. */
export const siblingsOf = (views: readonly ViewRecord[], view: ViewRecord): ViewRecord[] =>
  views.filter(other => other.key === null && other.audience === view.audience)

/** The place, from 1, that a view has when it goes to where another one stands; undefined where it cannot. */
export function placeAt(views: readonly ViewRecord[], view: ViewRecord, other: ViewRecord): number | undefined {
  const at = siblingsOf(views, view).findIndex(({ id }) => id === other.id)
  return at < 0 || other.id === view.id ? undefined : at + 1
}
