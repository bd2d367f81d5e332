import { importsOf, targetOf } from './syntax.ts'
import { type Check, isCode, type Tree } from './tree.ts'

/** No file imports itself by way of others, for types neither. `import()` is no loop: it asks when all stand. */
export const loops: Check = tree => {
  const graph = graphOf(tree)
  return knots(graph).map(knot => `files import each other in a ring: ${ringIn(graph, knot).join(' → ')}`)
}

type Graph = ReadonlyMap<string, readonly string[]>

function graphOf(tree: Tree): Graph {
  const graph = new Map<string, string[]>()
  for (const [file, text] of tree) {
    if (!isCode(file)) continue
    const targets = importsOf(file, text)
      .filter(found => !found.lazy)
      .map(found => targetOf(tree, file, found))
    graph.set(file, [...new Set(targets.filter(target => target !== undefined && tree.has(target)))] as string[])
  }
  return graph
}

/** Sets of files that all reach each other (Tarjan's strongly connected components of more than one). */
function knots(graph: Graph): Set<string>[] {
  const found: Set<string>[] = []
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const enter = (file: string) => {
    const mine = index.size
    index.set(file, mine)
    low.set(file, mine)
    stack.push(file)
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) enter(next)
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(file) !== mine) return
    const knot = new Set(stack.splice(stack.indexOf(file)))
    if (knot.size > 1 || graph.get(file)?.includes(file)) found.push(knot)
  }
  for (const file of graph.keys()) if (!index.has(file)) enter(file)
  return found
}

/** The shortest way round from the knot's first file to itself. */
function ringIn(graph: Graph, knot: ReadonlySet<string>): string[] {
  const start = [...knot].sort((a, b) => (a < b ? -1 : 1))[0] ?? ''
  let ways = [[start]]
  for (;;) {
    const longer: string[][] = []
    for (const way of ways) {
      for (const next of graph.get(way.at(-1) ?? '') ?? []) {
        if (next === start) return [...way, start]
        if (knot.has(next) && !way.includes(next)) longer.push([...way, next])
      }
    }
    ways = longer.slice(0, 1000)
  }
}
