/** How long somebody talked, as a clock on a phone shows it: `3:07`, `1:02:07`. */
export function lengthText(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const parts = hours > 0 ? [hours, minutes, seconds % 60] : [minutes, seconds % 60]
  return parts.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** `3:20`, `3：20`, `1:02:07` or whole minutes, in seconds; undefined when it is none of them. */
export function secondsIn(text: string): number | undefined {
  const parts = text.normalize('NFKC').trim().split(':')
  if (parts.length > 3 || !parts.every(part => /^\d{1,3}$/.test(part))) return undefined
  if (parts.length === 1) return Number(parts[0]) * 60
  if (parts.slice(1).some(part => Number(part) > 59)) return undefined
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0)
}
