/** Something to be chosen that may have more beneath it. */
export interface TreeNode {
  key: string
  name: string
  parent?: string | undefined
  /** Further words to find it by. */
  also?: string | undefined
}

export interface Grove {
  /** What stands beneath a node; at the root for undefined. */
  beneath(key: string | undefined): readonly TreeNode[]
  /** From the root down to a node. */
  pathTo(key: string): TreeNode[]
}

/** A list of nodes, to be walked from the root down. */
export function groveOf(nodes: readonly TreeNode[]): Grove {
  const byKey = new Map(nodes.map(node => [node.key, node]))
  const beneath = new Map<string | undefined, TreeNode[]>()
  for (const node of nodes) {
    const siblings = beneath.get(node.parent)
    if (siblings) siblings.push(node)
    else beneath.set(node.parent, [node])
  }
  return {
    beneath: key => beneath.get(key) ?? [],
    pathTo(key) {
      const path: TreeNode[] = []
      for (let at = byKey.get(key); at && path.length < byKey.size; at = byKey.get(at.parent ?? '')) path.unshift(at)
      return path
    },
  }
}

export const pathText = (path: readonly { name: string }[]): string => path.map(({ name }) => name).join(' / ')

/** Those that can be chosen and in whose path the words stand, the shortest paths first; at most so many. */
export function foundIn(
  nodes: readonly TreeNode[],
  grove: Grove,
  text: string,
  leafOnly: boolean,
  most = 60,
): TreeNode[][] {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s/]+/)
    .filter(Boolean)
  const found: TreeNode[][] = []
  for (const node of nodes) {
    if (leafOnly && grove.beneath(node.key).length > 0) continue
    const path = grove.pathTo(node.key)
    const said = path
      .map(({ name, also }) => `${name} ${also ?? ''}`)
      .join(' ')
      .toLowerCase()
    if (words.every(word => said.includes(word))) found.push(path)
  }
  const [word = ''] = words.slice(-1)
  const rank = (path: readonly TreeNode[]) => (path.at(-1)?.name.toLowerCase().includes(word) ? 0 : 1)
  return found.sort((a, b) => rank(a) - rank(b) || a.length - b.length).slice(0, most)
}
