import type { KeyboardEvent } from 'react'

/** Enter and Space press the button that has the focus, and nothing that lies beneath, where Enter opens a row of the list. */
export function pressed(event: KeyboardEvent): void {
  if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
}
