import { TableProblem } from '../table.ts'
import type { Listener } from './xml.ts'

/** A cell of Excel's holds 32,767 letters. Other programs may write more, but a text that all rows repeat costs memory. */
export const longestText = 2 ** 17

/** Gathers the text of a string: of `t` alone or of the runs of a rich text, without what only tells the pronunciation. */
export function textListener(): Listener & { start(): void; taken(): string } {
  let gathered = ''
  let begun = 0
  let keepsSpace = false
  let inText = false
  let inPhonetic = false
  return {
    start() {
      gathered = ''
    },
    taken: () => gathered,
    open(name, attributes) {
      if (name === 't') {
        inText = true
        keepsSpace = attributes['xml:space'] === 'preserve'
        begun = gathered.length
      } else if (name === 'rPh') inPhonetic = true
    },
    close(name) {
      if (name === 't') {
        inText = false
        // As Excel does with spaces that nobody asks to keep.
        if (!keepsSpace) gathered = gathered.slice(0, begun) + trimmed(gathered.slice(begun))
      } else if (name === 'rPh') inPhonetic = false
    },
    text(text) {
      if (!inText || inPhonetic) return
      gathered += text
      if (gathered.length > longestText) throw new TableProblem('table.tooBig')
    },
  }
}

/** Without XML's white space around it. No regular expression: it would look at each of many spaces many times. */
function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return text.slice(from, to)
}

const isSpace = (code: number) => code === 32 || code === 9 || code === 10 || code === 13

/** What XML cannot hold stands as `_x0007_`, and what looks so as `_x005F_x0007_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
