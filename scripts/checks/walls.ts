import { type Import, importsOf, targetOf } from './syntax.ts'
import { type Check, isCode, isTest, type Tree } from './tree.ts'

/**
 * Imports point one way: `main → tools → {channels, reactions} → records → kernel → contract`. Records use earlier records
 * only, in the order of modules.ts; channels and reactions never each other. A room is entered by its index.ts, a package
 * by its name. Tests may look anywhere, and nobody looks at tests.
 */
export const walls: Check = tree => {
  const order = orderOf(tree)
  const problems: string[] = []
  for (const [file, text] of tree) {
    if (!isCode(file) || !file.startsWith('packages/')) continue
    for (const found of importsOf(file, text)) {
      const target = targetOf(tree, file, found)
      const sin = target && sinOf(tree, file, target, found, order)
      if (sin) problems.push(`${file}:${found.line} imports ${found.from}: ${sin}`)
    }
  }
  return problems
}

/** What each package may use of the others. */
const packages: Record<string, readonly string[]> = {
  contract: [],
  server: ['contract'],
  ui: [],
  console: ['contract', 'ui'],
  portal: ['contract', 'ui'],
  widget: ['contract', 'ui'],
}

function sinOf(tree: Tree, file: string, target: string, found: Import, order: readonly string[]): string | undefined {
  if (/\.test\.\w+$/.test(target)) return 'nobody imports a test'
  const [from, to] = [packageOf(file), packageOf(target)]
  if (from !== to) {
    if (found.from.startsWith('.')) return 'another package is entered by its name'
    return packages[from]?.includes(to) ? undefined : `${from} does not use ${to}`
  }
  if (isTest(file)) return undefined
  if (isTest(target)) return 'only tests use what is made for tests'
  if (from !== 'server') return undefined
  const [here, there] = [placeOf(file, order), placeOf(target, order)]
  if (here.room !== undefined && here.room === there.room && here.layer === there.layer) return undefined
  if (here.layer === 'kernel' && there.layer === 'kernel') return undefined
  if (!isDoor(tree, target, there)) return 'a room is entered by its index.ts'
  if (here.rank < there.rank) return `${here.layer} does not use ${there.layer}`
  if (here.rank > there.rank || here.layer === 'main') return undefined
  if (here.layer === 'tools') return undefined
  if (here.layer !== 'records') return 'reactions and channels do not use each other'
  const [mine, theirs] = [order.indexOf(here.room ?? ''), order.indexOf(there.room ?? '')]
  if (theirs < 0) return `records/${there.room} is not in modules.ts`
  return mine > theirs || mine < 0 ? undefined : `records/${there.room} comes after records/${here.room} in modules.ts`
}

type Layer = 'main' | 'tools' | 'reactions' | 'channels' | 'records' | 'kernel'

interface Place {
  readonly layer: Layer
  readonly rank: number
  readonly room?: string
}

const ranks: Record<Layer, number> = { main: 4, tools: 3, reactions: 2, channels: 2, records: 1, kernel: 0 }

/** A tool that modules.ts lists is a room of the desk; one that is not runs the desk, and may use everything. */
function placeOf(file: string, order: readonly string[]): Place {
  const [, layer, room] = /^packages\/server\/src\/(\w+)\/([^/]+)/.exec(file) ?? []
  if (file === 'packages/server/src/config.ts') return { layer: 'kernel', rank: ranks.kernel }
  if (layer === 'kernel') return { layer, rank: ranks.kernel, ...(room && !isCode(room) && { room }) }
  if (layer === 'records' || layer === 'reactions' || layer === 'channels')
    return { layer, rank: ranks[layer], ...(room && { room }) }
  if (layer === 'tools' && room && order.includes(`tools/${room}`)) return { layer, rank: ranks.tools, room }
  return { layer: 'main', rank: ranks.main, ...(layer === 'tools' && room && { room }) }
}

function isDoor(tree: Tree, target: string, { layer, room }: Place): boolean {
  if (!room || layer === 'main') return true
  const door = `packages/server/src/${layer}/${room}/index.ts`
  return target === door || (layer === 'kernel' && !tree.has(door))
}

/** The record rooms by name, the tools as `tools/name`, as modules.ts imports them. */
/** The rooms in the order of the list in modules.ts; its imports stand in the order of the alphabet. */
function orderOf(tree: Tree): string[] {
  const text = tree.get('packages/server/src/modules.ts') ?? ''
  const rooms = new Map<string, string>()
  for (const [, name = '', layer, room] of text.matchAll(
    /import \{ (\w+) \} from '\.\/(records|tools)\/([^/]+)\/index\.ts'/g,
  ))
    rooms.set(name, layer === 'tools' ? `tools/${room}` : String(room))
  const [, list = ''] = /modules[^=]*= \[([\s\S]*?)\n?\]/.exec(text) ?? []
  return [...list.matchAll(/\b\w+\b/g)].flatMap(([name]) => rooms.get(name) ?? [])
}

function packageOf(file: string): string {
  return file.split('/')[1] ?? ''
}
