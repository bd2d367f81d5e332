/** On which side of the due time a rung stands. */
export const sides = ['before', 'at', 'after'] as const
export type Side = (typeof sides)[number]

export const sideOf = (seconds: number): Side => (seconds < 0 ? 'before' : seconds > 0 ? 'after' : 'at')

/** As far away as it was, on that side; at the due time there is no distance, and half an hour is the usual one. */
export function onSide(seconds: number, side: Side): number {
  if (side === 'at') return 0
  const distance = Math.abs(seconds) || 30 * 60
  return side === 'before' ? -distance : distance
}
