import { traditionalPairs } from './traditional.ts'

/**
 * Makes texts that a reader takes for the same the same: NFKC, lower case, traditional → simplified; NUL is dropped and
 * a lone surrogate becomes U+FFFD, since PostgreSQL holds neither. `fold(fold(x)) === fold(x)`.
 *
 * It is the only folding there is: what is stored for searching is folded by it, and so is what is searched for. The
 * result for a character that Unicode assigns later may differ in a newer Node; folded copies are then made anew.
 */
export function fold(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (direct[text.charCodeAt(at)] === 0) return replaceDirectly(normalise(text))
  }
  return replaceDirectly(text)
}

function normalise(text: string): string {
  const lower = text.toWellFormed().replaceAll('\0', '').normalize('NFKC').toLowerCase()
  // Lower case can compose where upper case cannot (H̱ → ẖ), and a sigma's shape depends on what follows it.
  return lower.normalize('NFKC').replaceAll('ς', 'σ')
}

function replaceDirectly(text: string): string {
  let folded = ''
  let kept = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const to = direct[unit] as number
    if (to === 0 || to === unit) continue
    folded += text.slice(kept, at) + String.fromCharCode(to)
    kept = at + 1
  }
  return kept === 0 ? text : folded + text.slice(kept)
}

/**
 * What one UTF-16 unit becomes where that does not depend on its neighbours; 0 where it may. Most text in use consists
 * of these alone and is spared the normalisation, which takes several times as long.
 */
const direct = directUnits()

function directUnits(): Uint16Array {
  const units = new Uint16Array(0x10000)
  const each = (first: number, last: number, to: (unit: number) => number) => {
    for (let unit = first; unit <= last; unit++) units[unit] = to(unit)
  }
  const lower = (unit: number) => (unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit)
  each(0x01, 0x7f, lower)
  each(0x3000, 0x3000, () => 0x20)
  each(0x3001, 0x3003, unit => unit)
  each(0x3400, 0x9fff, unit => unit)
  each(0xff01, 0xff5e, unit => lower(unit - 0xfee0))
  for (let at = 0; at < traditionalPairs.length; at += 2) {
    units[traditionalPairs.charCodeAt(at)] = traditionalPairs.charCodeAt(at + 1)
  }
  return units
}
