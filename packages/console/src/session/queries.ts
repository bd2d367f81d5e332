import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { meKey } from './me.ts'
import { isProblem } from './problem.ts'

/** The one store of what the server told. A 401 anywhere leads to the sign-in page; a refusal is never tried again. */
export function createQueries(): QueryClient {
  const signedOut = (error: Error) => {
    if (isProblem(error) && error.status === 401) client.setQueryData(meKey, null)
    if (isProblem(error, 'password.mustChange')) void client.invalidateQueries({ queryKey: meKey }) // caught by its query
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: signedOut }),
    mutationCache: new MutationCache({ onError: signedOut }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 3 && !(isProblem(error) && error.status >= 400 && error.status < 500),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}
