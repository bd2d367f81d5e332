const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** 1536 → 1.5 kB */
export function sizeOf(bytes: number): string {
  let value = bytes
  let at = 0
  while (value >= 1024 && at < units.length - 1) {
    value /= 1024
    at += 1
  }
  return `${at === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[at]}`
}
