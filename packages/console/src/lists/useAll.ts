import type { ReadSent } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { ask, type Item, type Page, type PageName } from '../session/api.ts'

/** What is small enough to be shown as a whole: every page of it, one after the other. */
export function useAll<N extends PageName>(
  name: N,
  input: ReadSent<N>,
  enabled = true,
  /** Whether something among them is about to change, so that it is asked again soon. */
  isUnsettled: (found: readonly Item<N>[]) => boolean = () => false,
) {
  return useQuery({
    queryKey: [name, input, 'every'],
    queryFn: async ({ signal }): Promise<Item<N>[]> => {
      const found: Item<N>[] = []
      let cursor: string | null = null
      do {
        const sent = { ...input, limit: 200, ...(cursor && { cursor }) } as ReadSent<N>
        const page = (await ask(name, sent, signal)) as Page<Item<N>>
        found.push(...page.items)
        cursor = page.nextCursor
      } while (cursor && found.length < most)
      return found
    },
    enabled,
    refetchInterval: ({ state }) => (state.data && isUnsettled(state.data) ? soon : false),
  })
}

const most = 5000
const soon = 1000
