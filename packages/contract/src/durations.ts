import { fill, wordIn } from './locales/index.ts'

/** A stretch of working time in words: `4 小时 30 分钟`. Never in days, for nobody could tell how long one is. */
export function durationText(locale: string, seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const say = (unit: 'hours' | 'minutes' | 'seconds', n: number) => fill(wordIn(locale, 'duration', unit) ?? '', { n })
  if (seconds < 60) return say('seconds', seconds)
  return [...(hours > 0 ? [say('hours', hours)] : []), ...(minutes > 0 ? [say('minutes', minutes)] : [])].join(' ')
}
