import { readdirSync, readlinkSync } from 'node:fs'
import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { problemText } from '@baton/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf, tableFiles } from '../../../test/table-files.ts'
import { openTable, TableProblem } from './index.ts'

let files: Awaited<ReturnType<typeof tableFiles>>
beforeAll(async () => {
  files = await tableFiles()
})
afterAll(() => files.remove())

const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures', name)

describe('files of real programs', () => {
  test('openpyxl', async () => {
    const table = await openTable(fixture('openpyxl.xlsx'), 'x')
    expect(table.kind).toBe('xlsx')
    expect(table.sheets).toEqual([
      { name: '客户', hidden: false },
      { name: '隐藏', hidden: true },
    ])
    const [, first, second, merged, last] = await rowsOf(fixture('openpyxl.xlsx'))
    expect(first).toEqual({
      n: 2,
      cells: [
        { text: '李雷' },
        { text: '013800138000' },
        { date: '2026-11-22' },
        { moment: '2026-11-22T09:30:00' },
        { clock: '09:30:00' },
        { number: 1.085462962962963, text: '26:03:04' },
        { number: 1234.5, text: '1234.5' },
        { boolean: true },
        { text: '两\n行' },
        { error: '#FORMULA' },
        { error: '#N/A' },
      ],
    })
    expect(second?.cells.slice(0, 4)).toEqual([
      { text: '前粗 后' },
      null,
      { date: '2026-01-05' },
      { moment: '2026-01-05T23:59:59' },
    ])
    expect(merged).toEqual({ n: 5, cells: [{ text: '合并' }] })
    expect(last?.n).toBe(9)
    // openpyxl itself keeps 16 digits of so long a number.
    expect(last?.cells[0]).toMatchObject({ text: '12345678901234570000' })
    expect(last?.cells[2]).toEqual({ number: 1e-7, text: '0.0000001' })
    expect(await rowsOf(fixture('openpyxl.xlsx'), 1)).toEqual([{ n: 2, cells: [null, { text: 'x' }] }])
  })

  test('pandas', async () => {
    expect((await rowsOf(fixture('pandas.xlsx'))).slice(1)).toEqual([
      {
        n: 2,
        cells: [{ text: '001' }, { moment: '2026-11-22T09:30:00' }, { number: 1.5, text: '1.5' }, { boolean: true }],
      },
      { n: 3, cells: [{ text: '002' }, { moment: '2026-11-23T00:00:00' }, null, { boolean: false }] },
    ])
  })

  test('XlsxWriter, days counted from 1904, text inline', async () => {
    expect((await rowsOf(fixture('xlsxwriter-1904.xlsx')))[1]?.cells).toEqual([
      { date: '2026-11-22' },
      { text: '行内' },
    ])
  })

  test('LibreOffice', async () => {
    expect((await rowsOf(fixture('libreoffice.xlsx')))[1]).toEqual({
      n: 4,
      cells: [
        { text: '=不是公式 <&>\n第二行' },
        { date: '2026-11-22' },
        { moment: '2026-11-22T09:30:15' },
        { clock: '09:30:00' },
        { number: 1.08541666666667, text: '26:03:00' },
        { error: '#DIV/0!' },
        { boolean: true },
      ],
    })
  })

  test('LibreOffice, .csv in GB18030 with semicolons', async () => {
    const rows = await rowsOf(fixture('libreoffice-gb18030.csv'))
    expect(rows.map(({ n }) => n)).toEqual([1, 4])
    expect(rows[1]?.cells[0]).toEqual({ text: '=不是公式 <&>\n第二行' })
  })

  test('ExcelJS', async () => {
    expect(await rowsOf(fixture('exceljs.xlsx'))).toEqual([
      {
        n: 1,
        cells: [
          { text: '名' },
          { date: '2026-11-22' },
          { number: 3, text: '3' },
          { boolean: true },
          { number: 4, text: '4' },
          { text: 'a b' },
        ],
      },
    ])
  })
})

describe('what cannot be read says why', () => {
  const other = (content: string | Buffer) => () => files.text(content)
  const shortened = async () => {
    const file = files.place('xlsx')
    await writeFile(file, await readFile(fixture('openpyxl.xlsx')))
    await truncate(file, 3000)
    return file
  }
  /** Changes what the zip's directory says of a part. */
  const told = async (part: string, change: (entry: Buffer) => void) => {
    const bytes = await readFile(await files.workbook({ 'xl/sharedStrings.xml': '<sst/>' }))
    change(bytes.subarray(bytes.lastIndexOf(part) - 46))
    return files.text(bytes)
  }
  const binary = () =>
    files.workbook({
      '_rels/.rels': '<x><Relationship Type="y/officeDocument" Target="xl/workbook.bin"/></x>',
      'xl/workbook.bin': '\u0083\u0001',
    })
  const sized = (part: string, size: number) => told(part, entry => entry.writeUInt32LE(size, 24))
  test.each([
    ['an encrypted workbook', async () => fixture('encrypted.xlsx'), 'table.encrypted'],
    ['an old workbook', async () => fixture('libreoffice.xls'), 'table.old'],
    ['an OpenDocument', async () => fixture('libreoffice.ods'), 'table.format'],
    ['a text document', () => files.workbook({ 'xl/workbook.xml': '<document/>' }), 'table.format'],
    ['HTML that calls itself a table', other('\ufeff\n<html><table><tr><td>1'), 'table.format'],
    ['XML', other('<?xml version="1.0"?><Workbook/>'), 'table.format'],
    ['PDF', other('%PDF-1.7\n%äöü'), 'table.format'],
    ['a picture', other(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])), 'table.format'],
    ['a zero far behind', other(`${'a,b\n'.repeat(40_000)}\0`), 'table.format'],
    ['a shortened workbook', shortened, 'table.damaged'],
    ['a zip of nothing', other(Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)])), 'table.format'],
    ['a workbook without its sheets', () => files.workbook({ 'xl/_rels/workbook.xml.rels': '<x/>' }), 'table.damaged'],
    ['a sheet of 3 GB', () => sized('xl/worksheets/sheet1.xml', 3 * 2 ** 30), 'table.tooBig'],
    ['strings of 201 MB', () => sized('xl/sharedStrings.xml', 201 * 2 ** 20), 'table.tooBig'],
    ['a binary workbook', binary, 'table.format'],
    ['a sheet that is longer than it says', () => sized('xl/worksheets/sheet1.xml', 10), 'table.damaged'],
    ['a zip with a password', () => told('xl/workbook.xml', entry => entry.writeUInt8(1, 8)), 'table.encrypted'],
  ])('%s', async (_name, made, code) => {
    const read = rowsOf(await made())
    await expect(read).rejects.toMatchObject({ code, status: 422, params: { name: expect.any(String) } })
    const { params } = (await read.catch(error => error)) as { params: Record<string, unknown> }
    for (const locale of ['zh-CN', 'en']) {
      const sentence = problemText(locale, 'problem', code, params)
      expect(sentence).toContain(String(params.name))
      expect(sentence).not.toBe(code)
    }
  })

  test('a workbook with wrong bytes is read or refused, and nothing else happens', { timeout: 60_000 }, async () => {
    const whole = await readFile(fixture('openpyxl.xlsx'))
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async changes => {
        const bytes = Buffer.from(whole)
        for (const [at, byte] of changes) bytes[at] = byte
        const file = await files.text(bytes)
        const outcome = await rowsOf(file).catch(error => error)
        expect(Array.isArray(outcome) || outcome instanceof TableProblem).toBe(true)
        await closed(file)
        await rm(file)
      }),
      { numRuns: 300 },
    )
  })

  test('a file that is not there, or gone meanwhile, stays an error of the disk', async () => {
    await expect(openTable('/nowhere/a.csv', 'a.csv')).rejects.toMatchObject({ code: 'ENOENT' })
    for (const file of [await files.text('a,b'), await files.workbook({})]) {
      const table = await openTable(file, 'x')
      await rm(file)
      await expect(table.rows(0)[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'ENOENT' })
    }
  })
})

describe('breaking off', () => {
  const many = 20_000
  const long = async (kind: string) =>
    kind === 'csv'
      ? files.text('甲,乙\n'.repeat(many))
      : files.workbook({
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<row><c><v>1</v></c><c t="s"><v>0</v></c></row>'.repeat(many)}</sheetData></worksheet>`,
          'xl/sharedStrings.xml': '<sst><si><t>甲</t></si></sst>',
        })

  describe.each(['csv', 'xlsx'])('.%s', kind => {
    let file: string
    beforeAll(async () => {
      file = await long(kind)
    })

    test('by the signal, in the middle', async () => {
      const table = await openTable(file, 'x')
      const ends = new AbortController()
      let count = 0
      const reading = (async () => {
        for await (const _row of table.rows(0, ends.signal)) if (++count === 10) ends.abort(new Error('enough'))
      })()
      await expect(reading).rejects.toThrow('enough')
      expect(count).toBeLessThan(many)
      await expect(table.rows(0, ends.signal)[Symbol.asyncIterator]().next()).rejects.toThrow('enough')
      await closed(file)
    })

    test('by closing the table', async () => {
      const table = await openTable(file, 'x')
      const rows = table.rows(0)[Symbol.asyncIterator]()
      expect((await rows.next()).done).toBe(false)
      await table.close()
      await expect(drain(rows)).rejects.toMatchObject({ name: 'AbortError' })
      await expect(table.rows(0)[Symbol.asyncIterator]().next()).rejects.toMatchObject({ name: 'AbortError' })
      await closed(file)
    })

    test('a signal closes the file though nobody asks for the next row', async () => {
      const table = await openTable(file, 'x')
      const ends = new AbortController()
      const rows = table.rows(0, ends.signal)[Symbol.asyncIterator]()
      await rows.next()
      ends.abort()
      await closed(file)
    })

    test('two readings at once do not disturb each other', async () => {
      const table = await openTable(file, 'x')
      const count = async (most: number) => {
        let n = 0
        for await (const _row of table.rows(0)) if (++n === most) break
        return n
      }
      expect(await Promise.all([count(Number.POSITIVE_INFINITY), count(5), count(Number.POSITIVE_INFINITY)])).toEqual([
        many,
        5,
        many,
      ])
    })

    test('read and broken off 200 times, no handle stays open', async () => {
      for (let n = 0; n < 200; n++) {
        const table = await openTable(file, 'x')
        for await (const row of table.rows(0)) if (row.n > n % 3) break
      }
      await closed(file)
    })
  })
})

/** Waits until this process has no handle on the file; only Linux tells, elsewhere this says nothing. */
async function closed(file: string): Promise<void> {
  await expect.poll(() => handlesOn(file), { timeout: 3000 }).toBe(0)
}

function handlesOn(file: string): number {
  if (process.platform !== 'linux') return 0
  const open = readdirSync('/proc/self/fd').map(fd => linkAt(fd))
  return open.filter(target => target === file).length
}

function linkAt(fd: string): string | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    return undefined
  }
}

async function drain(rows: AsyncIterator<unknown>): Promise<void> {
  while (!(await rows.next()).done);
}
