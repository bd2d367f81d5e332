import { TableProblem } from '../table.ts'
import type { Shown } from './format.ts'
import type { Parts } from './parts.ts'
import { type Relation, readRelations } from './relations.ts'
import { readStyles } from './styles.ts'
import { type Attributes, heard, prefixed } from './xml.ts'

/** What is to be known of a workbook before its sheets are read. */
export interface Book {
  sheets: readonly BookSheet[]
  /** How numbers are shown, by the style of the cell. */
  shown: readonly Shown[]
  /** Days are counted from 1904, as Excel on Macs did once. */
  from1904: boolean
  stringsPart: string
}

export interface BookSheet {
  name: string
  hidden: boolean
  part: string
}

/** Unpacked bytes of the parts that only describe. */
const most = 64 * 2 ** 20

export async function readBook(parts: Parts): Promise<Book> {
  const main = (await relationsOf(parts, '')).find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml'
  // Excel's binary workbook, .xlsb, is a zip as well.
  if (!parts.has(main) || main.endsWith('.bin')) throw new TableProblem('table.format')
  const { root, from1904, listed } = await heard(await parts.read(main, most), workbookListener())
  // A document or a presentation is a zip of such parts as well.
  if (root !== 'workbook') throw new TableProblem('table.format')
  const relations = await relationsOf(parts, main)
  const worksheets = new Map(relations.filter(({ kind }) => kind === 'worksheet').map(({ id, part }) => [id, part]))
  const sheets = listed.flatMap(({ name, hidden, relation }) => {
    const part = worksheets.get(relation)
    return part === undefined ? [] : [{ name, hidden, part }]
  })
  if (sheets.length === 0) throw new TableProblem('table.damaged')
  const partOf = (kind: string) => relations.find(relation => relation.kind === kind)?.part ?? `xl/${kind}.xml`
  const styles = partOf('styles')
  return {
    sheets,
    shown: parts.has(styles) ? await readStyles(await parts.read(styles, most)) : [],
    from1904,
    stringsPart: partOf('sharedStrings'),
  }
}

/** The relations of a part, the empty name being the package itself. */
async function relationsOf(parts: Parts, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1
  const file = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
  return parts.has(file) ? readRelations(await parts.read(file, most), part) : []
}

function workbookListener() {
  const found = {
    root: '',
    from1904: false,
    listed: [] as { name: string; hidden: boolean; relation: string | undefined }[],
  }
  let inSheets = false
  return Object.assign(found, {
    open(name: string, attributes: Attributes) {
      if (found.root === '') found.root = name
      if (name === 'workbookPr') found.from1904 = isTrue(attributes.date1904)
      if (name === 'sheets') inSheets = true
      if (name !== 'sheet' || !inSheets) return
      const { name: called = '', state = 'visible' } = attributes
      found.listed.push({ name: called, hidden: state !== 'visible', relation: prefixed(attributes, 'id') })
    },
    close(name: string) {
      if (name === 'sheets') inSheets = false
    },
    text() {},
  })
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true'
