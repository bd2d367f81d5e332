import type { Chance } from './random.ts'

export const minute = 60_000
export const hour = 3_600_000
export const day = 86_400_000

/** How busy each hour of the day is: little by night, peaks before noon and in the evening. */
const busy = [2, 1, 1, 1, 1, 1, 2, 5, 12, 20, 24, 22, 15, 16, 20, 21, 19, 16, 14, 17, 20, 18, 11, 5]
/** From Sunday on; Monday brings what the weekend left. */
const week = [78, 122, 108, 104, 102, 106, 88]

/** Local days are counted by a fixed distance to UTC, as in China: no summer time. */
export const zoneOffset = 8 * hour

export const localHour = (time: number): number => new Date(time + zoneOffset).getUTCHours()
export const localMinutes = (time: number): number =>
  new Date(time + zoneOffset).getUTCHours() * 60 + new Date(time + zoneOffset).getUTCMinutes()
export const localWeekday = (time: number): number => new Date(time + zoneOffset).getUTCDay()
export const startOfDay = (time: number): number => Math.floor((time + zoneOffset) / day) * day - zoneOffset

/** Times at which matters are raised between two moments, in order. */
export function arrivals(count: number, from: number, to: number, { next, whole }: Chance): number[] {
  const hours: number[] = []
  const weights: number[] = []
  let sum = 0
  for (let at = from; at < to; at += hour) {
    // A shop grows a little, and sells more around the tenth and the twenty-fifth.
    const growth = 1 + (0.25 * (at - from)) / (to - from)
    const date = new Date(at + zoneOffset).getUTCDate()
    const sale = date === 11 || date === 12 || date === 25 ? 1.35 : 1
    sum += (busy[localHour(at)] ?? 1) * (week[localWeekday(at)] ?? 100) * growth * sale
    hours.push(at)
    weights.push(sum)
  }
  const times = Array.from({ length: count }, () => {
    const point = next() * sum
    let low = 0
    let high = weights.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((weights[middle] ?? 0) < point) low = middle + 1
      else high = middle
    }
    return Math.min((hours[low] ?? from) + whole(0, 3599) * 1000, to - 1000)
  })
  return times.sort((a, b) => a - b)
}

/** When somebody of this shift is at the desk: early from half past eight, late from one in the afternoon. */
const shift = (late: boolean): readonly [number, number] => (late ? [13 * 60, 22 * 60] : [8 * 60 + 30, 17 * 60 + 30])

/** Whether somebody is at work then. On Sundays half of them rest, on Saturdays the other half. */
export function isAtWork(time: number, late: boolean, number: number): boolean {
  const [from, to] = shift(late)
  const minutes = localMinutes(time)
  if (minutes < from || minutes >= to) return false
  const weekday = localWeekday(time)
  return weekday === 0 ? number % 2 === 0 : weekday === 6 ? number % 2 === 1 : true
}

/** The first moment from then on at which this person is at work; a few minutes after sitting down. */
export function whenAtWork(time: number, late: boolean, number: number, { whole }: Chance): number {
  if (isAtWork(time, late, number)) return time
  const [from] = shift(late)
  for (let at = startOfDay(time); ; at += day) {
    const begins = at + from * minute
    if (begins >= time && isAtWork(begins, late, number)) return begins + whole(60, 2400) * 1000
  }
}

/** Customers sleep too: what they would write by night they write in the morning. */
export function awake(time: number): number {
  if (localHour(time) >= 7) return time
  return startOfDay(time) + 7 * hour + (Math.round(time) % (2 * hour))
}
