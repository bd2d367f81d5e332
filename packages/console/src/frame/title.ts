import { useEffect } from 'react'
import { useMe } from '../session/me.ts'

/** What the browser's tab says: the page first, by which many tabs are told apart, then the desk. Nothing where somebody else says it. */
export function useTitle(page: string | undefined): void {
  const { deskName } = useMe()
  useEffect(() => {
    if (page !== undefined) document.title = `${page} · ${deskName}`
  }, [page, deskName])
}
