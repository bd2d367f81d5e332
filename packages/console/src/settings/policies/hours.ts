/** Promises are kept in seconds and spoken of in hours: `1800` is 0.5. */
export const hoursIn = (seconds: number | null): number | null =>
  seconds === null ? null : Math.round((seconds / 3600) * 100) / 100

export const secondsIn = (hours: number | null): number | null => (hours === null ? null : Math.round(hours * 3600))
