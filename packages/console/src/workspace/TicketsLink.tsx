import { useNavigate } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react'

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  view: string
  number?: string
  /** Besides, when it is followed here. */
  onChosen?: (() => void) | undefined
}

/** Leads to a view, or to a ticket in it. Lighter than the router's own link: lists and panes hold many of them. */
export function TicketsLink({ view, number, onChosen, ...rest }: Props): ReactNode {
  const navigate = useNavigate()
  const press = (event: MouseEvent) => {
    if (opensElsewhere(event)) return
    event.preventDefault()
    onChosen?.()
    void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view, number } }) // shows its own page
  }
  return <a href={addressIn(view, number)} onClick={press} {...rest} />
}

export const addressIn = (view: string, number?: string): string => `/tickets/${view}${number ? `/${number}` : ''}`

/** In a new tab or window, as the reader wishes. */
export const opensElsewhere = (event: MouseEvent): boolean =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0
