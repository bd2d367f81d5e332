import { writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf, tableFiles } from '../../../test/table-files.ts'
import { type Cell, type Column, writeCsv } from './index.ts'

let files: Awaited<ReturnType<typeof tableFiles>>
beforeAll(async () => {
  files = await tableFiles()
})
afterAll(() => files.remove())

const columns: Column[] = [
  { header: '标题', holds: 'text' },
  { header: '=数', holds: 'number' },
  { header: '日', holds: 'date' },
  { header: '时', holds: 'time', zone: 'Asia/Shanghai' },
  { header: '任', holds: 'any' },
]
/** With its mark, which decoders take away. */
const bytesOf = async (...of: Parameters<typeof writeCsv>) => (await buffer(writeCsv(...of))).toString()
const written = async (...rows: Cell[][]) => (await bytesOf({ name: '表', columns, rows })).split('\r\n').slice(1, -1)

test('begins with its mark and its headers, none of them a formula', async () => {
  expect(await bytesOf({ name: '表', columns, rows: [] })).toBe("\ufeff标题,'=数,日,时,任\r\n")
})

test.each<[Cell[], string]>([
  [
    ['=1+1', -5, '2026-11-22', new Date('2026-11-22T01:30:00Z'), { holds: 'plain', value: 1.25 }],
    "'=1+1,-5,2026-11-22,2026-11-22 09:30:00,1.25",
  ],
  [['+86', null, null, null, { holds: 'text', value: '@x' }], "'+86,,,,'@x"],
  [['-1', 0, '', null, { holds: 'moment', value: '2026-11-22T09:30:00' }], "'-1,0,,,2026-11-22 09:30:00"],
  [['\t=1', null, null, null, null], '"\'\t=1",,,,'.replace('"\'\t=1"', "'\t=1")],
  [['a,"b"\n二', null, null, null, null], '"a,""b""\n二",,,,'],
  [[' 前', null, null, null, null], '" 前",,,,'],
])('%j', async (row, line) => expect(await written(row)).toEqual([line]))

test('what is written is read again, but for the mark before formulas', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('=1', '-2', '"', '\n', ',', ';'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 }), async rows => {
      const two: Column[] = [
        { header: '甲', holds: 'text' },
        { header: '乙', holds: 'text' },
      ]
      const file = files.place('csv')
      await writeFile(file, await bytesOf({ name: '表', columns: two, rows }))
      const [, ...read] = await rowsOf(file)
      const guard = (said: string) => (/^[=+\-@\t\r]/.test(said) ? `'${said}` : said)
      const plain = (said: string) => guard(said).toWellFormed().replaceAll('\r\n', '\n').trim()
      const meant = rows.map(row => row.map(plain)).filter(row => row.some(Boolean))
      const texts = read.map(({ cells }) =>
        [0, 1].map(at => (cells[at] as { text: string } | undefined)?.text.replaceAll('\r\n', '\n').trim() ?? ''),
      )
      expect(texts.filter(row => row.some(Boolean))).toEqual(meant)
    }),
    { numRuns: 100 },
  )
})
