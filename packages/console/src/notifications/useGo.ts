import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { allView } from '../workspace/shipped.ts'
import type { Notification } from './useNewest.ts'
import { useRead } from './useRead.ts'

const poolView = 'department.pool'

/** Leads to what it is about, which then counts as read. */
export function useGo(): (notification: Notification) => void {
  const navigate = useNavigate()
  const read = useRead()
  return useCallback(
    ({ id, ticketId, ticketNumber, departmentId }) => {
      read(ticketId ? { ticketId } : { ids: [id] })
      if (ticketNumber)
        void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: allView, number: ticketNumber } }) // shows its own page
      else if (departmentId)
        void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: poolView, number: undefined } }) // as above
    },
    [navigate, read],
  )
}
