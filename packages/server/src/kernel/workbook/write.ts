import { type PassThrough, Readable } from 'node:stream'
import yazl from 'yazl'
import { contentTypes, relations, styles, workbook, workbookRelations } from './parts.ts'
import { sheetXml } from './sheet.ts'
import type { Sheet } from './table.ts'

/** The bytes of a workbook. Rows are asked for only as fast as the bytes are taken, one sheet after another. */
export function writeWorkbook(sheets: readonly Sheet[], at: Date): Readable {
  const zip = new yazl.ZipFile()
  const names = sheetNames(sheets.map(sheet => sheet.name))
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name, { mtime: at })
  add('[Content_Types].xml', contentTypes(sheets.length))
  add('_rels/.rels', relations)
  add('xl/workbook.xml', workbook(names))
  add('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length))
  add('xl/styles.xml', styles)
  const out = zip.outputStream as PassThrough
  for (const [index, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, { mtime: at }, given => {
      const xml = Readable.from(sheetXml(sheet), { objectMode: false })
      xml.on('error', error => out.destroy(error))
      out.on('close', () => xml.destroy())
      given(null, xml)
    })
  }
  zip.on('error', (error: Error) => out.destroy(error))
  zip.end()
  return out
}

const longest = 31

/** What Excel takes as a sheet's name, and each once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const names: string[] = []
  for (const name of wanted) {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet'
    let own = plain.slice(0, longest)
    for (let n = 2; names.some(taken => taken.toLowerCase() === own.toLowerCase()); n++)
      own = `${plain.slice(0, longest - `${n}`.length - 1)} ${n}`
    names.push(own)
  }
  return names
}
