import path from 'node:path'
import { type Node, type ParseResult, parseSync } from 'oxc-parser'
import type { Tree } from './tree.ts'

export interface Import {
  /** As written: `./open.ts`, `@baton/contract`, `node:path`. */
  readonly from: string
  /** `import()` in the middle of the code, which does not hold up the start. */
  readonly lazy: boolean
  readonly line: number
}

/** Everything that a file imports or passes on, types included. */
export function importsOf(file: string, text: string): Import[] {
  const { module } = parse(file, text)
  const at = (start: number) => lineAt(text, start)
  const found: Import[] = module.staticImports.map(({ moduleRequest, start }) => ({
    from: moduleRequest.value,
    lazy: false,
    line: at(start),
  }))
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, start } of entries) {
      if (moduleRequest) found.push({ from: moduleRequest.value, lazy: false, line: at(start) })
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const [, from] = /^['"`]([^'"`$]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end)) ?? []
    if (from) found.push({ from, lazy: true, line: at(moduleRequest.start) })
  }
  return found
}

/** The project's file behind an import; undefined for packages that are not ours. */
export function targetOf(tree: Tree, file: string, { from }: Import): string | undefined {
  if (from.startsWith('.')) {
    const place = path.posix.join(path.posix.dirname(file), from.replace(/\?.*$/, ''))
    return [place, `${place}.ts`, `${place}.tsx`, `${place}/index.ts`].find(name => tree.has(name)) ?? place
  }
  const [, own] = /^@baton\/([^/]+)$/.exec(from) ?? []
  return own && `packages/${own}/src/index.ts`
}

/** Calls back for every node of the file, a node before what is in it. */
export function walk(file: string, text: string, visit: (node: Node, parent: Node | undefined) => void): void {
  const step = (value: unknown, parent: Node | undefined): void => {
    if (Array.isArray(value)) for (const item of value) step(item, parent)
    if (!isNode(value)) return
    visit(value, parent)
    for (const part of Object.values(value)) if (typeof part === 'object') step(part, value)
  }
  step(parse(file, text).program, undefined)
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function parse(file: string, text: string): ParseResult {
  const result = parseSync(file, text)
  const error = result.errors[0]
  if (error) throw new Error(`${file} cannot be read: ${error.message}`)
  return result
}
