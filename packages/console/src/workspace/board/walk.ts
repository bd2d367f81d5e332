import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, readonly [columns: number, cards: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  k: [0, -1],
  j: [0, 1],
}

/** From card to card: up and down in a column, sideways to the card of the same height in the next column that has any. True when it is done. */
export function walk(event: KeyboardEvent<HTMLElement>): boolean {
  const step = steps[event.key.length === 1 ? event.key.toLowerCase() : event.key]
  const card = cardOf(event.target as Element)
  if (!step || !card || event.ctrlKey || event.metaKey || event.altKey) return false
  const columns = [...event.currentTarget.querySelectorAll('[data-column]')]
    .map(cardsIn)
    .filter(cards => cards.length > 0)
  const column = columns.findIndex(cards => cards.includes(card))
  const at = columns[column]?.indexOf(card) ?? 0
  const cards = columns[column + step[0]] ?? []
  const next = cards[step[0] === 0 ? at + step[1] : Math.min(at, cards.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  return true
}

/** What chooses the card on which one is; undefined on none, or for whoever may not work on many at once. */
export const boxOf = (place: Element | null): HTMLInputElement | undefined =>
  cardOf(place)?.parentElement?.querySelector<HTMLInputElement>('input[type=checkbox]') ?? undefined

/** Whoever has just ticked a card is on its box, and goes on from there. */
const cardOf = (place: Element | null): HTMLElement | null | undefined =>
  place?.matches('input[type=checkbox]')
    ? place.parentElement?.querySelector<HTMLElement>('a[data-row]')
    : place?.closest<HTMLElement>('a[data-row]')

/** The first card of the board, for whoever comes to it by keys. */
export function focusFirst(): void {
  document.querySelector<HTMLElement>('[data-board] a[data-row]')?.focus()
}

const cardsIn = (column: Element): HTMLElement[] => [...column.querySelectorAll<HTMLElement>('a[data-row]')]
