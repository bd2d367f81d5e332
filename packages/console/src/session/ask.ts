import type { Beside, ReadName, ReadSent } from '@baton/contract'
import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ask, type Item, type Page, type PageName, type ReadAnswer } from './api.ts'

/** A read as a query; its key is `[name, input]`, so a whole read can be refreshed by its name. */
export const reading = <N extends ReadName>(name: N, input: ReadSent<N>) =>
  queryOptions({
    queryKey: [name, input],
    queryFn: ({ signal }): Promise<ReadAnswer<N>> => ask(name, input, signal),
  })

/** A read by pages, one after the other by cursor. */
export const paging = <N extends PageName>(name: N, input: ReadSent<N>) =>
  infiniteQueryOptions({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask(name, (pageParam ? { ...input, cursor: pageParam } : input) as ReadSent<N>, signal) as Promise<
        Page<Item<N>> & Beside<N>
      >,
    initialPageParam: null as string | null,
    getNextPageParam: last => last.nextCursor,
  })

export const useAsk = <N extends ReadName>(
  name: N,
  input: ReadSent<N>,
  options: { enabled?: boolean; fresh?: number } = {},
) =>
  useQuery({
    ...reading(name, input),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.fresh !== undefined && { staleTime: options.fresh }),
  })

export const usePages = <N extends PageName>(name: N, input: ReadSent<N>) => useInfiniteQuery(paging(name, input))
