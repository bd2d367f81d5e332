import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { openTable, type ReadRow } from '../src/kernel/tables/index.ts'

/** A folder for files with tables, gone at the end of its use. */
export async function tableFiles() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'baton-tables-'))
  let count = 0
  const place = (ending: string) => path.join(folder, `${++count}.${ending}`)
  return {
    place,
    async text(content: string | Uint8Array): Promise<string> {
      const file = place('csv')
      await writeFile(file, content)
      return file
    },
    /** A workbook out of its parts; those that every workbook needs stand in for what is not given. */
    async workbook(parts: Readonly<Record<string, string | Buffer>>): Promise<string> {
      const file = place('xlsx')
      const zip = new yazl.ZipFile()
      for (const [name, xml] of Object.entries({ ...usual, ...parts })) zip.addBuffer(Buffer.from(xml), name)
      zip.end()
      await pipeline(zip.outputStream, createWriteStream(file))
      return file
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Everything in one sheet. */
export async function rowsOf(file: string, sheet = 0): Promise<ReadRow[]> {
  const table = await openTable(file, path.basename(file))
  const rows: ReadRow[] = []
  for await (const row of table.rows(sheet)) rows.push(row)
  await table.close()
  return rows
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const usual = {
  '_rels/.rels': `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
}
