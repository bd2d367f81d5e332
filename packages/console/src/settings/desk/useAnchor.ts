import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Leads to the setting that the address names, from the search. */
export function useAnchor(): void {
  const { hash } = useLocation()
  useEffect(() => {
    const place = hash && document.getElementById(hash)
    if (!place) return
    place.scrollIntoView({ block: 'center' })
    place.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true })
  }, [hash])
}
