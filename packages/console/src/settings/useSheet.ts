import { useNavigate } from '@tanstack/react-router'
import type { PageKey } from './pages.ts'

/** Opens and closes what stands at a page's side; each has an address, so Back closes it too. */
export function useSheet(page: PageKey): { open: (id: string) => void; close: () => void } {
  const navigate = useNavigate()
  const to = '/settings/{-$page}/{-$id}' as const
  return {
    // The router keeps a parameter that is not named.
    open: id => void navigate({ to, params: { page, id } }), // a navigation that fails shows its own page
    close: () => void navigate({ to, params: { page, id: undefined } }),
  }
}
