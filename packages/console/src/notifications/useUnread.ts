import { useQuery } from '@tanstack/react-query'
import { reading } from '../session/ask.ts'

/** A nudge may be lost; then it is known this much later. Milliseconds. */
const atLatest = 60_000

/** How many notifications one has not read; 1000 means 999+. */
export const useUnread = (): number =>
  useQuery({ ...reading('notification.count', {}), refetchInterval: atLatest }).data?.unread ?? 0

export const countText = (unread: number): string => (unread > 999 ? '999+' : String(unread))
