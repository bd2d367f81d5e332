import type { Known } from '@baton/contract'
import { regionNames } from '@baton/contract/regions'

/** The tree of regions by code: a province is `440000`, its cities `44xx00`, their districts `44xxxx`. */
export function regionsOf(names: ReadonlyMap<string, string>): Known['regions'] {
  const divided = new Set<string>()
  for (const code of names.keys()) {
    if (!code.endsWith('0000')) divided.add(`${code.slice(0, 2)}0000`)
    if (!code.endsWith('00')) divided.add(`${code.slice(0, 4)}00`)
  }
  return { has: code => names.has(code), isDivided: code => divided.has(code) }
}

export const regions = regionsOf(regionNames)
