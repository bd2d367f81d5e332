import { TableProblem } from '../table.ts'
import type { Listener } from './xml.ts'

/** A cell of Excel's holds 32,767 letters. Other programs may write more, but a text that all rows repeat costs memory. */
export const longestText = 2 ** 17

/** Gathers the text of a string: of `t` alone or of the runs of a rich text, without what only tells the pronunciation. */
export function textListener(): Listener & { start(): void; taken(): string } {
  let gathered = ''
  let inText = false
  let inPhonetic = false
  return {
    start() {
      gathered = ''
    },
    taken: () => gathered,
    open(name) {
      if (name === 't') inText = true
      else if (name === 'rPh') inPhonetic = true
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
    },
    text(text) {
      if (!inText || inPhonetic) return
      gathered += text
      if (gathered.length > longestText) throw new TableProblem('table.tooBig')
    },
  }
}

/** What XML cannot hold stands as `_x0007_`, and what looks so as `_x005F_x0007_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
