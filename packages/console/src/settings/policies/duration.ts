/** Stretches of working time are kept in seconds and spoken of in the largest of these that needs no fraction. */
export const units = { minutes: 60, hours: 3600 } as const
export type Unit = keyof typeof units

export const unitOf = (seconds: number): Unit => (seconds % units.hours === 0 ? 'hours' : 'minutes')

/** `5400` in hours is 1.5. */
export const countIn = (seconds: number, unit: Unit): number => Math.round((seconds / units[unit]) * 100) / 100

/** Never less than a minute: nothing is promised more finely. */
export const secondsOf = (count: number, unit: Unit): number => Math.max(60, Math.round(count * units[unit]))
