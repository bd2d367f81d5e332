import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tableFiles } from '../../../test/table-files.ts'
import { type Cell, type Column, type Sheet, writeWorkbook } from '../workbook/index.ts'
import { openTable, type ReadCell, type ReadRow } from './index.ts'

let files: Awaited<ReturnType<typeof tableFiles>>
beforeAll(async () => {
  files = await tableFiles()
})
afterAll(() => files.remove())

const zone = 'Asia/Shanghai'
type Holds = Column['holds']
const kinds = ['text', 'count', 'number', 'share', 'duration', 'date', 'time'] as const satisfies Holds[]
type Kind = (typeof kinds)[number]

const letters = fc.string({ unit: 'binary' })
const ugly = fc.constantFrom(
  '=1+1',
  '_x0041_',
  '_x005F_',
  ' 前后 ',
  '两\r\n行',
  '\u0000\u0007\ufffe',
  '<a>&"\'',
  ']]>',
  '',
)
const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const instant = fc.date({ min: new Date('1850-01-01'), max: new Date('9999-12-30'), noInvalidDate: true })
const values: Record<Kind, fc.Arbitrary<Cell>> = {
  text: fc.oneof(letters, ugly),
  count: fc.maxSafeInteger(),
  number: finite,
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  duration: fc.integer({ min: 0, max: 10_000_000 }),
  date: instant.map(at => at.toISOString().slice(0, 10)),
  time: instant,
}

const header = fc.string({ minLength: 1, maxLength: 8 }).map(text => `列${text}`)
const sheets = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 8 }).chain(columns =>
  fc.record({
    columns: fc.constant(columns),
    headers: fc.tuple(...columns.map(() => header)),
    rows: fc.array(fc.tuple(...columns.map(kind => fc.option(values[kind], { freq: 4 }))), { maxLength: 20 }),
  }),
)

test('what our own writer writes is read as what was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sheets, { minLength: 1, maxLength: 3 }), async tables => {
      const written = tables.map(
        ({ columns, headers, rows }, at): Sheet => ({
          name: `表 ${at}`,
          columns: columns.map((holds, at) => column(headers[at] ?? '', holds)),
          rows,
        }),
      )
      const file = files.place('xlsx')
      await pipeline(writeWorkbook(written, new Date()), createWriteStream(file))
      const table = await openTable(file, 'own.xlsx')
      expect(table.sheets).toEqual(tables.map((_, at) => ({ name: `表 ${at}`, hidden: false })))
      for (const [at, { columns, headers, rows }] of tables.entries()) {
        const read: ReadRow[] = []
        for await (const row of table.rows(at)) read.push(row)
        const meant = [
          headers.map(text => ({ text })),
          ...rows.map(row => row.map((value, at) => meaning(value, columns[at] ?? 'text'))),
        ]
        expect(read).toEqual(meant.flatMap((cells, at) => rowMeant(at + 1, cells)))
      }
      await table.close()
      await rm(file)
    }),
    { numRuns: 150 },
  )
})

const column = (header: string, holds: Kind): Column => (holds === 'time' ? { header, holds, zone } : { header, holds })

function rowMeant(n: number, cells: ReadCell[]): ReadRow[] {
  const last = cells.findLastIndex(cell => cell !== null)
  return last < 0 ? [] : [{ n, cells: cells.slice(0, last + 1) }]
}

function meaning(value: Cell, holds: Kind): ReadCell {
  if (value === null || value === '') return null
  switch (holds) {
    case 'text':
      return { text: String(value).toWellFormed() }
    case 'duration':
      return { number: Number(value) / 86_400, text: hours(Number(value)) }
    case 'date':
      return String(value) < '1900-03-01' ? { text: String(value) } : { date: String(value) }
    case 'time':
      return wallTime(value as Date)
    default: {
      const number = Number(`${value}`)
      return { number, text: expect.toSatisfy((text: string) => Number(text) === number) as string }
    }
  }
}

function hours(seconds: number): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0')
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
}

const clocks = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })

/** Instants are told to the second; those of days that spreadsheets do not count stand there as text. */
function wallTime(at: Date): ReadCell {
  const exact = clocks.format(at)
  if (exact < '1900-03-01') return { text: exact }
  return { moment: clocks.format(new Date(Math.round(at.getTime() / 1000) * 1000)).replace(' ', 'T') }
}
