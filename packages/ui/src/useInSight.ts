import { type RefObject, useEffect, useRef } from 'react'

/** For a list that opens beneath its field: what it lies in, such as a sheet, is scrolled until all of it is seen. */
export function useInSight(open: boolean): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return list
}
