/** What a help page is made of. */
export type Block =
  | { block: 'heading'; text: string }
  | { block: 'paragraph'; text: string }
  | { block: 'steps' | 'points'; items: string[] }

/**
 * A help text's blocks. `## ` begins a heading, `1. ` a step, `- ` a point; anything else is a paragraph, a line each.
 * These are all the marks there are; nothing else in a text means anything.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  const item = (block: 'steps' | 'points', said: string) => {
    const last = blocks.at(-1)
    if (last?.block === block) last.items.push(said)
    else blocks.push({ block, items: [said] })
  }
  for (const line of text.split('\n').map(one => one.trim())) {
    const [, step] = /^\d+\. (.+)$/.exec(line) ?? []
    if (line.startsWith('## ')) blocks.push({ block: 'heading', text: line.slice(3) })
    else if (line.startsWith('- ')) item('points', line.slice(2))
    else if (step) item('steps', step)
    else if (line) blocks.push({ block: 'paragraph', text: line })
  }
  return blocks
}

/** A piece of a line: words as they stand, words that matter, or a name that is looked up: a menu word, a key, a page. */
export type Piece = { text: string } | { strong: string } | { of: string; name: string }

/** `**strong**` and `{kind:name}`. */
export function piecesOf(line: string): Piece[] {
  return line.split(/(\*\*[^*]+\*\*|\{\w+:[^}]+\})/).flatMap((part): Piece[] => {
    if (!part) return []
    const [, of, name] = /^\{(\w+):([^}]+)\}$/.exec(part) ?? []
    if (of && name) return [{ of, name }]
    return part.startsWith('**') ? [{ strong: part.slice(2, -2) }] : [{ text: part }]
  })
}
