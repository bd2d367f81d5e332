import { fold } from '../conditions/fold.ts'

/** Something that stands in a list, or in a tree of such, and has a name or two. */
export interface Called {
  key: string
  name: string
  nameEn?: string | null | undefined
  parent?: string | null | undefined
  archived?: boolean | undefined
}

const callings = ({ key, name, nameEn }: Called): string[] =>
  [...new Set([name, nameEn ?? '', key].map(foldedName))].filter(text => text !== '')

const foldedName = (text: string): string => fold(text).replace(/\s+/g, ' ').trim()

/** The keys of those that are called so, in use before those that are not; a name goes before a key. */
export function calledSo(options: readonly Called[], said: string): string[] {
  const text = foldedName(said)
  const inUse = options.filter(({ archived }) => !archived)
  const named = inUse.filter(one => [one.name, one.nameEn ?? ''].map(foldedName).includes(text))
  const found = named.length > 0 ? named : inUse.filter(({ key }) => foldedName(key) === text)
  return found.map(({ key }) => key)
}

/** Between several: 、, comma, semicolon, slash, bar, a new line. */
const separator = /^\s*[、,;/|\n]\s*/

/**
 * Several of a list in one text, whatever stands in their names: the longest name that fits is taken first. Answers the
 * words that are none where it cannot be read.
 */
export function severalOf(options: readonly Called[], said: string): { keys: string[] } | { unknown: string } {
  const names = options
    .filter(({ archived }) => !archived)
    .flatMap(one => callings(one).map(name => ({ name, key: one.key })))
    .sort((a, b) => b.name.length - a.name.length)
  let furthest = fold(said).trim()
  // Where a rest has failed once it need not be tried again: work is bounded by the text's length.
  const failed = new Set<string>()
  const read = (rest: string): string[] | undefined => {
    if (rest === '') return []
    if (failed.has(rest)) return undefined
    if (rest.length < furthest.length) furthest = rest
    for (const { name, key } of names) {
      if (!rest.startsWith(name)) continue
      const after = rest.slice(name.length)
      if (after.trim() === '') return [key]
      const gap = separator.exec(after)
      const others = gap && read(after.slice(gap[0].length))
      if (others) return [key, ...others]
    }
    failed.add(rest)
    return undefined
  }
  const keys = read(
    fold(said)
      .replace(/[^\S\n]+/g, ' ')
      .trim(),
  )
  if (keys) return { keys: [...new Set(keys)] }
  return { unknown: furthest.split(/[、,;|\n]/)[0]?.trim() ?? said }
}

/** Between the parts of a path: slash, dash, an arrow. */
const step = /^\s*(?:->|→|[-/>\\])\s*/

/** The keys that a path leads to, `家电/电视` or `家电-电视`; a name alone leads to those that are called so anywhere. */
export function alongPath(nodes: readonly Called[], said: string): string[] {
  const text = fold(said).replace(/\s+/g, ' ').trim()
  const inUse = nodes.filter(({ archived }) => !archived)
  const under = Map.groupBy(inUse, ({ parent }) => parent ?? '')
  const walk = (parent: string, rest: string): string[] =>
    (under.get(parent) ?? []).flatMap(node =>
      callings(node).flatMap(name => {
        if (!rest.startsWith(name)) return []
        const after = rest.slice(name.length)
        if (after.trim() === '') return [node.key]
        const gap = step.exec(after)
        return gap ? walk(node.key, after.slice(gap[0].length)) : []
      }),
    )
  const found = [...new Set(walk('', text))]
  return found.length > 0 ? found : calledSo(inUse, said)
}
