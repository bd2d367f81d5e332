/** Between the tries, in seconds: eight tries within a day, then it is a dead letter. */
export const usualPauses: readonly number[] = [60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600]

const spread = 0.2

/**
 * When to try again after `attempts` tries, or undefined when they are spent. `chance` (0 to 1) spreads the tries, so
 * that a relay that comes back is not met by all at once.
 */
export function nextTry(
  attempts: number,
  now: Date,
  chance: number,
  pauses: readonly number[] = usualPauses,
): Date | undefined {
  const pause = pauses[attempts - 1]
  if (pause === undefined) return undefined
  return new Date(now.getTime() + pause * 1000 * (1 - spread + 2 * spread * chance))
}
