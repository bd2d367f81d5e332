/** An exact number: a JavaScript number stands for the shortest digits that name it, as in JSON; text for its digits. */
export type Decimal = number | string

export function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'string' && value.length <= 700 && digits.test(value)
}

/** Every double has room, written out in full: 309 digits before the point or 341 behind it. */
const digits = /^-?[0-9]+([.][0-9]+)?$/

/** Negative when a < b, 0 when equal, positive when a > b; exact where doubles are not. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const nearA = Number(a)
  const nearB = Number(b)
  // Rounding to a double never swaps two numbers, so only equal doubles leave a doubt.
  if (nearA !== nearB) return nearA < nearB ? -1 : 1
  if (typeof a === 'number' && typeof b === 'number') return 0
  // Equal doubles have one sign.
  return Math.sign(nearA) * compareMagnitudes(magnitude(String(a)), magnitude(String(b)))
}

interface Magnitude {
  whole: string
  fraction: string
}

function compareMagnitudes(a: Magnitude, b: Magnitude): number {
  if (a.whole.length !== b.whole.length) return a.whole.length - b.whole.length
  if (a.whole !== b.whole) return a.whole < b.whole ? -1 : 1
  if (a.fraction !== b.fraction) return a.fraction < b.fraction ? -1 : 1
  return 0
}

/** '-1.50e3' → whole '1500', fraction ''. */
function magnitude(text: string): Magnitude {
  const [mantissa = '', exponent = '0'] = text.replace(/^-/, '').split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const point = whole.length + Number(exponent)
  const all = '0'.repeat(Math.max(0, -point)) + (whole + fraction).padEnd(point, '0')
  const cut = Math.max(0, point)
  return { whole: all.slice(0, cut).replace(/^0+/, ''), fraction: all.slice(cut).replace(/0+$/, '') }
}
