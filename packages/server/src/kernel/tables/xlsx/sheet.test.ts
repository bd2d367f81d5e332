import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main, rowsOf, tableFiles } from '../../../../test/table-files.ts'
import { openTable } from '../index.ts'
import { partAt } from './relations.ts'
import { columnAt } from './sheet.ts'

let files: Awaited<ReturnType<typeof tableFiles>>
beforeAll(async () => {
  files = await tableFiles()
})
afterAll(() => files.remove())

const sheet = (rows: string) => ({
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
})
const strings = (items: string) => ({ 'xl/sharedStrings.xml': `<sst xmlns="${main}">${items}</sst>` })
const read = async (rows: string, more: Record<string, string> = {}) =>
  rowsOf(await files.workbook({ ...sheet(rows), ...more }))
const cell = async (xml: string, more: Record<string, string> = {}) =>
  (await read(`<row r="1">${xml}</row>`, more))[0]?.cells[0] ?? null

describe('cells', () => {
  test.each([
    ['<c r="A1"><v>12</v></c>', { number: 12, text: '12' }],
    ['<c r="A1" t="n"><v> 12 </v></c>', { number: 12, text: '12' }],
    ['<c r="A1" t="inlineStr"><is><t>文字</t></is></c>', { text: '文字' }],
    ['<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 前后 </t></is></c>', { text: ' 前后 ' }],
    ['<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>粗</t></r><r><t>细</t></r></is></c>', { text: '粗细' }],
    ['<c r="A1" t="inlineStr"><v>没有 is</v></c>', { text: '没有 is' }],
    ['<c r="A1" t="inlineStr"><is><t><![CDATA[a<b]]>&amp;c</t></is></c>', { text: 'a<b&c' }],
    ['<c r="A1" t="inlineStr"><is><t>铃_x0007_ _x005F_x0007_</t></is></c>', { text: '铃\u0007 _x0007_' }],
    ['<c r="A1" t="str"><f>A2&amp;"x"</f><v>结果</v></c>', { text: '结果' }],
    ['<c r="A1" t="str"><f>""</f><v></v></c>', null],
    ['<c r="A1"><f>1+1</f><v>2</v></c>', { number: 2, text: '2' }],
    ['<c r="A1"><f>1+1</f></c>', { error: '#FORMULA' }],
    ['<c r="A1" t="b"><v>1</v></c>', { boolean: true }],
    ['<c r="A1" t="b"><v>0</v></c>', { boolean: false }],
    ['<c r="A1" t="b"><v>true</v></c>', { boolean: true }],
    ['<c r="A1" t="e"><v>#REF!</v></c>', { error: '#REF!' }],
    ['<c r="A1" t="d"><v>2026-11-22</v></c>', { date: '2026-11-22' }],
    ['<c r="A1" t="d"><v>2026-11-22T09:30:15.500Z</v></c>', { moment: '2026-11-22T09:30:15' }],
    ['<c r="A1" t="d"><v>09:30</v></c>', { clock: '09:30:00' }],
    ['<c r="A1" t="d"><v>去年</v></c>', { text: '去年' }],
    ['<c r="A1" t="n"><v>无</v></c>', { text: '无' }],
    ['<c r="A1" s="3"/>', null],
    ['<c r="A1" t="s"><v/></c>', null],
  ])('%s', async (xml, value) => expect(await cell(xml)).toEqual(value))

  test('shared strings: runs, pronunciation left out, empty ones, spaces', async () => {
    const items =
      '<si><t>甲</t></si><si><r><t xml:space="preserve">一 </t></r><r><t> 二\t</t></r><rPh sb="0" eb="1"><t>yī</t></rPh><phoneticPr fontId="1"/></si><si><t/></si><si/><si><t>\n x\ny </t></si>'
    const cells = [0, 1, 2, 3, 4].map(n => `<c t="s"><v>${n}</v></c>`).join('')
    expect(await read(`<row>${cells}</row>`, strings(items))).toEqual([
      { n: 1, cells: [{ text: '甲' }, { text: '一 二' }, null, null, { text: 'x\ny' }] },
    ])
  })

  test('some thousands of shared strings keep their places', async () => {
    const count = 3000
    const items = Array.from({ length: count }, (_, n) => `<si><t>第${n}条🧧</t></si>`).join('')
    const rows = [0, 1, 1023, 1024, 1025, 2047, 2048, count - 1]
    const found = await read(rows.map(n => `<row><c t="s"><v>${n}</v></c></row>`).join(''), strings(items))
    expect(found.map(row => row.cells[0])).toEqual(rows.map(n => ({ text: `第${n}条🧧` })))
  })

  test('a string that is not there is damage, not an empty cell', async () => {
    await expect(cell('<c t="s"><v>5</v></c>', strings('<si><t>甲</t></si>'))).rejects.toMatchObject({
      code: 'table.damaged',
    })
  })

  test('formats by style, own ones before those that are known; those of conditions are others', async () => {
    const styles = `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="14" formatCode="0.00"/></numFmts><cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs></styleSheet>`
    const cells = [0, 1, 2, 3, 99].map(s => `<c s="${s}"><v>46348</v></c>`).join('')
    const [row] = await read(`<row>${cells}</row>`, { 'xl/styles.xml': styles })
    const plain = { number: 46_348, text: '46348' }
    expect(row?.cells).toEqual([plain, { date: '2026-11-22' }, plain, { moment: '2026-11-22T00:00:00' }, plain])
  })
})

describe('places', () => {
  const x = '<v>1</v></c>'
  const one = { number: 1, text: '1' }
  test.each([
    [
      'gaps',
      `<row r="2"><c r="B2">${x}<c r="D2">${x}</row><row r="5"><c r="A5">${x}</row>`,
      [
        { n: 2, cells: [null, one, null, one] },
        { n: 5, cells: [one] },
      ],
    ],
    [
      'no references',
      `<row><c/><c>${x}</row><row/><row><c>${x}</row>`,
      [
        { n: 1, cells: [null, one] },
        { n: 3, cells: [one] },
      ],
    ],
    [
      'some references',
      `<row r="4"><c r="C4">${x}<c>${x}</row><row><c>${x}</row>`,
      [
        { n: 4, cells: [null, null, one, one] },
        { n: 5, cells: [one] },
      ],
    ],
    ['prefixes', `<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>`, [{ n: 1, cells: [one] }]],
    ['cells out of order', `<row r="1"><c r="C1">${x}<c r="A1">${x}</row>`, [{ n: 1, cells: [one, null, one] }]],
    ['colours up to the last column', `<row r="1"><c r="A1">${x}<c r="XFD1" s="1"/></row>`, [{ n: 1, cells: [one] }]],
    ['empty rows', `<row r="1"><c r="A1" s="1"/></row><row r="2" ht="30"/>`, []],
  ])('%s', async (_name, rows, expected) => expect(await read(rows)).toEqual(expected))

  test('column 500 is read, column 501 refused with its row', async () => {
    expect((await read(`<row r="7"><c r="SF7">${x}</row>`))[0]?.cells).toHaveLength(500)
    await expect(read(`<row r="7"><c r="SG7">${x}</row>`)).rejects.toMatchObject({
      code: 'table.tooWide',
      params: { n: 7, most: 500 },
    })
  })

  test.each([
    ['A1', 0],
    ['Z9', 25],
    ['AA10', 26],
    ['xfd1', 16_383],
    ['XFE1', undefined],
    ['1', undefined],
    ['', undefined],
  ])('%s is column %s', (reference, column) => expect(columnAt(reference)).toBe(column))
})

describe('books', () => {
  test('strict, with prefixes, absolute and odd names, hidden sheets and a chart', async () => {
    const type = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const file = await files.workbook({
      '_rels/.rels': `<Relationships><Relationship Id="x" Type="${type}/officeDocument" Target="/XL/Book.xml"/></Relationships>`,
      'xl/book.xml': `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:d3p1="${type}"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="一" d3p1:id="R1"/><x:sheet name="图" d3p1:id="R2"/><x:sheet name="二 &amp; 三" state="veryHidden" d3p1:id="R3"/></x:sheets></x:workbook>`,
      'xl/_rels/book.xml.rels': `<Relationships><Relationship Id="R1" Type="${type}/worksheet" Target="/xl/worksheets/a%20b.xml"/><Relationship Id="R2" Type="${type}/chartsheet" Target="chartsheets/s.xml"/><Relationship Id="R3" Type="${type}/worksheet" Target=".\\worksheets\\c.xml"/><Relationship Id="R4" Type="${type}/hyperlink" TargetMode="External" Target="http://x"/></Relationships>`,
      'xl/worksheets/a b.xml':
        '<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      'xl/worksheets/c.xml': '<worksheet><sheetData><row><c t="b"><v>0</v></c></row></sheetData></worksheet>',
    })
    const table = await openTable(file, 'strict.xlsx')
    expect(table.sheets).toEqual([
      { name: '一', hidden: false },
      { name: '二 & 三', hidden: true },
    ])
    expect(await rowsOf(file, 0)).toEqual([{ n: 1, cells: [{ boolean: true }] }])
    expect(await rowsOf(file, 1)).toEqual([{ n: 1, cells: [{ boolean: false }] }])
  })

  test('UTF-8 and UTF-16, and letters that are cut by pieces', async () => {
    const text = `a${'汉🧧'.repeat(30_000)}`
    const xml = `<worksheet><sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`
    const utf16 = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le')
    for (const part of [xml, utf16, Buffer.from(utf16).swap16()])
      expect(await rowsOf(await files.workbook({ 'xl/worksheets/sheet1.xml': part }))).toEqual([
        { n: 1, cells: [{ text }] },
      ])
  })

  test('what follows the rows is not looked at', async () => {
    const file = await files.workbook({
      'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><conditionalFormatting>',
    })
    expect(await rowsOf(file)).toHaveLength(1)
  })

  test.each([
    ['a document type', `<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>`, 'table.damaged'],
    [
      'an unknown entity',
      '<worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
      'table.damaged',
    ],
    ['an end too early', '<worksheet><sheetData><row><c><v>1</v></c></row>', 'table.damaged'],
    ['no XML', 'PK', 'table.damaged'],
    ['endless depth', `<worksheet>${'<a>'.repeat(2000)}`, 'table.tooBig'],
    [
      'a text without an end',
      `<worksheet><sheetData><row><c t="str"><v>${'长'.repeat(140_000)}</v></c></row>`,
      'table.tooBig',
    ],
    ['a tag without an end', `<worksheet><sheetData><row x="${'x'.repeat(2 ** 24 + 70_000)}"/>`, 'table.tooBig'],
  ])('%s is refused', async (_name, xml, code) => {
    await expect(rowsOf(await files.workbook({ 'xl/worksheets/sheet1.xml': xml }))).rejects.toMatchObject({ code })
  })
})

describe('what is written to keep a reader busy takes no time', () => {
  const many = 120_000
  test.each([
    ['spaces', `<c t="inlineStr"><is><t>x${' '.repeat(many)}x</t></is></c>`],
    ['almost a number', `<c><v>${'1'.repeat(many)}x</v></c>`],
    ['almost a date', `<c t="d"><v>${'2026-11-22T'.repeat(many / 12)}</v></c>`],
    ['almost escapes', `<c t="str"><v>${'_x00'.repeat(many / 4)}</v></c>`],
    ['a long reference', `<c r="${'A'.repeat(many)}1"><v>1</v></c>`],
  ])('%s', { timeout: 3000 }, async (_name, xml) => expect(await cell(xml)).not.toBeNull())

  test('a format of brackets', { timeout: 3000 }, async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(many)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`
    expect(await cell('<c><v>1</v></c>', { 'xl/styles.xml': styles })).toEqual({ number: 1, text: '1' })
  })
})

test.each([
  ['worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
  ['/xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'],
  ['../xl/./a.xml', 'xl/workbook.xml', 'xl/a.xml'],
  ['xl/workbook.xml', '', 'xl/workbook.xml'],
  ['100%.xml', '', '100%.xml'],
])('%s from %s is %s', (target, from, part) => expect(partAt(target, from)).toBe(part))
