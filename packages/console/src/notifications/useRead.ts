import type { VerbSent } from '@baton/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call } from '../session/api.ts'
import { reading } from '../session/ask.ts'

/** Marks as read, here at once and everywhere else soon. A failure leaves them unread, which is true. */
export function useRead(): (what: VerbSent<'notification.read'>) => void {
  const queries = useQueryClient()
  return useCallback(
    what => {
      call('notification.read', what)
        .then(count => {
          queries.setQueryData(reading('notification.count', {}).queryKey, count)
          void queries.invalidateQueries({ queryKey: ['notification.list'] }) // the query tells its own failure
        })
        .catch(() => undefined)
    },
    [queries],
  )
}
