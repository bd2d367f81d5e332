import { isDay } from '../conditions/value.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checks = '10X98765432'

/** A Chinese resident's number (GB 11643): region, birthday, order, and a check digit that finds a slip of the hand. */
export function isIdCard(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false
  if (!isDay(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return text[17] === checks[sum % 11]
}
