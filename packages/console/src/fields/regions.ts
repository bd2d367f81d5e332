import type { TreeNode } from './tree.ts'

/** A province is `440000`, its cities `44xx00`, their districts `44xxxx`; where there is no such city, a district stands under its province. */
export const regionNodes = (names: ReadonlyMap<string, string>): TreeNode[] =>
  [...names].map(([key, name]) => {
    const parent = [`${key.slice(0, 4)}00`, `${key.slice(0, 2)}0000`].find(code => code !== key && names.has(code))
    return { key, name, ...(parent !== undefined && !key.endsWith('0000') && { parent }) }
  })

const depths = { province: 1, city: 2, district: 3 } as const

/** The tree as far as it is asked for. */
export function regionsTo(nodes: readonly TreeNode[], level: keyof typeof depths): TreeNode[] {
  if (level === 'district') return [...nodes]
  return nodes.filter(({ key, parent }) => parent === undefined || (level === 'city' && key.endsWith('00')))
}
