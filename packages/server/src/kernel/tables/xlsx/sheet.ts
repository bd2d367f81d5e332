import { mostColumns, type ReadCell, type ReadRow, rowOf, TableProblem } from '../table.ts'
import { cellOf, type Meaning } from './cell.ts'
import { longestText, textListener } from './text.ts'
import { type Attributes, type Listener, listen } from './xml.ts'

/** The rows of a sheet as its XML comes. */
export async function* readSheet(bytes: AsyncIterable<Buffer>, meaning: Meaning): AsyncGenerator<ReadRow> {
  const listener = sheetListener(meaning)
  for await (const _piece of listen(bytes, listener)) {
    yield* listener.taken()
    // What follows the rows is about looks, and in some files is broken.
    if (listener.ended()) return
  }
}

interface SheetListener extends Listener {
  /** The rows that were heard since it was asked last. */
  taken(): ReadRow[]
  ended(): boolean
}

function sheetListener(meaning: Meaning): SheetListener {
  const inline = textListener()
  let rows: ReadRow[] = []
  let state: 'before' | 'rows' | 'ended' = 'before'
  let n = 0
  let cells: ReadCell[] = []
  let column = -1
  let type = ''
  let style = 0
  let raw = ''
  let inValue = false
  let formula = false
  let inInline = false

  function startCell({ r, t, s }: Attributes) {
    column = (r === undefined ? undefined : columnAt(r)) ?? column + 1
    type = t ?? 'n'
    style = s === undefined ? 0 : Number(s)
    raw = ''
    formula = false
  }

  function endCell() {
    // A formula may well come to the empty text, but to nothing else that is empty.
    const unreckoned = formula && type !== 'str' && raw.trim() === ''
    const cell = unreckoned ? { error: '#FORMULA' } : cellOf(type, style, raw, meaning)
    if (cell === null) return
    // A row may be coloured up to its last column, of some thousands; cells count once something stands in them.
    if (column >= mostColumns) throw new TableProblem('table.tooWide', { n, most: mostColumns })
    while (cells.length < column) cells.push(null)
    cells[column] = cell
  }

  function endRow() {
    const row = rowOf(n, cells)
    if (row) rows.push(row)
    cells = []
  }

  return {
    taken() {
      const taken = rows
      rows = []
      return taken
    },
    ended: () => state === 'ended',
    open(name, attributes) {
      if (state !== 'rows') {
        if (name === 'sheetData' && state === 'before') state = 'rows'
      } else if (name === 'c') startCell(attributes)
      else if (name === 'f') formula = true
      else if (name === 'v') inValue = true
      else if (name === 'row') {
        n = rowNumber(attributes.r) ?? n + 1
        column = -1
      } else if (name === 'is') {
        inInline = true
        inline.start()
      } else if (inInline) inline.open(name, attributes)
    },
    close(name) {
      if (state !== 'rows') return
      if (name === 'c') endCell()
      else if (name === 'v') inValue = false
      else if (name === 'row') endRow()
      else if (name === 'is') {
        inInline = false
        raw = inline.taken()
        type = 'inlineStr'
      } else if (name === 'sheetData') state = 'ended'
      else if (inInline) inline.close(name)
    },
    text(text) {
      if (inValue) {
        raw += text
        if (raw.length > longestText) throw new TableProblem('table.tooBig')
      } else if (inInline) inline.text(text)
    },
  }
}

/** `AB12` → 27; undefined if it is no such thing, or beyond what any spreadsheet has. */
export function columnAt(reference: string): number | undefined {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~0x20
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column > 0 && column <= 16_384 ? column - 1 : undefined
}

function rowNumber(r: string | undefined): number | undefined {
  const n = Number(r)
  return Number.isInteger(n) && n > 0 ? n : undefined
}
