import { useEffect } from 'react'
import { countText, useUnread } from '../notifications/useUnread.ts'
import { useMe } from '../session/me.ts'

/** What the browser's tab says: how much is unread, the page, by which many tabs are told apart, then the desk. Nothing where somebody else says it. */
export function useTitle(page: string | undefined): void {
  const { deskName } = useMe()
  const unread = useUnread()
  useEffect(() => {
    const news = unread > 0 ? `(${countText(unread)}) ` : ''
    if (page !== undefined) document.title = `${news}${page} · ${deskName}`
  }, [page, deskName, unread])
}
