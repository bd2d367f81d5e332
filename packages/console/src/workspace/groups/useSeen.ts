import { type RefObject, useEffect, useRef, useState } from 'react'

/** Whether a place has come into sight, or near it, since it is there: what nobody has scrolled to is not asked for. */
export function useSeen<E extends Element>(): [RefObject<E | null>, boolean] {
  const place = useRef<E>(null)
  const [seen, set] = useState(false)
  useEffect(() => {
    if (seen || !place.current) return
    const watch = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) set(true)
      },
      { rootMargin: '200px' },
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [seen])
  return [place, seen]
}
