import type { FieldBranch, FieldOption } from '@baton/contract'
import { freshKey } from './kinds.ts'

/** Options by one name a line; a name that there is already keeps its key. Further ones that were there stay as they were. */
export function withPastedOptions(options: readonly FieldOption[], text: string): FieldOption[] {
  const names = [
    ...new Set(
      text
        .split(/\r?\n|\t/)
        .map(nameIn)
        .filter(Boolean),
    ),
  ]
  const all = [...options]
  for (const name of names) if (!all.some(one => one.name === name)) all.push({ key: freshKey('o', all), name })
  return all
}

const nameIn = (line: string): string => line.trim().slice(0, 60)

interface Line {
  name: string
  depth: number
}

/** Names by their indentation, with spaces or tabs; cells of a spreadsheet side by side are one beneath the other. */
export function linesOf(text: string): Line[] {
  const lines = text
    .split(/\r?\n/)
    .filter(line => line.trim())
    .map(line => ({
      indent: /^\s*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0,
      name: nameIn(line.replace(/^\s*[-*•·]?\s*/, '')),
    }))
  const open: number[] = []
  return lines.map(({ indent, name }) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop()
    open.push(indent)
    return { name, depth: open.length - 1 }
  })
}

/**
 * A tree from indented text. A branch of the same name in the same place keeps its key and its colours; one that is no
 * longer there goes out of use when it is `kept` already, else it goes.
 */
export function branchesOf(text: string, before: readonly FieldBranch[], kept: ReadonlySet<string>): FieldBranch[] {
  const made: FieldBranch[] = []
  const path: string[] = []
  for (const { name, depth } of linesOf(text)) {
    path.length = depth
    const parent = path.at(-1)
    const same = before.find(one => one.name === name && one.parent === parent)
    const twin = made.find(one => one.name === name && one.parent === parent)
    const key = twin?.key ?? same?.key ?? freshKey('b', [...before, ...made])
    if (!twin) {
      const { archived: _archived, ...rest } = same ?? { key, name }
      made.push({ ...rest, key, name, ...(parent !== undefined && { parent }) })
    }
    path.push(key)
  }
  const gone = before.filter(({ key }) => kept.has(key) && !made.some(one => one.key === key))
  return [...made, ...gone.map(one => ({ ...one, archived: true }))]
}

/** The tree as indented text, what is out of use left out. */
export function textOf(branches: readonly FieldBranch[]): string {
  const lines: string[] = []
  const add = (parent: string | undefined, depth: number) => {
    for (const one of branches) {
      if (one.parent !== parent || one.archived) continue
      lines.push(`${'  '.repeat(depth)}${one.name}`)
      if (depth < 20) add(one.key, depth + 1)
    }
  }
  add(undefined, 0)
  return lines.join('\n')
}
