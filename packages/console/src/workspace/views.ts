import type { Records } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../session/api.ts'
import { useAsk } from '../session/ask.ts'

export type ViewRecord = Records['view']
export type Section = ViewRecord['section']

export const sections: readonly Section[] = ['mine', 'department', 'public', 'private']

export function useViews() {
  return useAsk('view.list', {}, { fresh: 5 * 60_000 })
}

const none: Record<string, number> = {}
const most = 50

/** How many tickets stand in each view on the screen; asked again when something changed. */
export function useCounts(views: readonly ViewRecord[]): Record<string, number> {
  const names = views.slice(0, most).map(view => view.id)
  const { data } = useQuery({
    queryKey: ['ticket.counts', names],
    queryFn: async ({ signal }) => (await ask('ticket.counts', { views: names }, signal)).counts,
    enabled: names.length > 0,
    placeholderData: old => old,
  })
  return data ?? none
}

export const findView = (views: readonly ViewRecord[] | undefined, name: string): ViewRecord | undefined =>
  views?.find(view => view.key === name || view.id === name)

/** The word in the address: the key where there is one. */
export const addressOf = (view: ViewRecord): string => view.key ?? view.id
