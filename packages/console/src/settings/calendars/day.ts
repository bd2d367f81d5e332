/** Calendar days as they are written, `2026-11-22`: no zone has a say in them. */

/** So many days later. */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** From Monday, 0, to Sunday, 6. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

export const yearOf = (date: string): number => Number(date.slice(0, 4))
