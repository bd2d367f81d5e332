import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sheet, writeWorkbook } from './index.ts'
import { sheetNames } from './write.ts'

const zone = 'Asia/Shanghai'
const ugly = [
  '=HYPERLINK("http://evil.example","点我")',
  '+1+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '<b>&"\'</b>',
  ' 前后空格 ',
  '两\n行',
  '铃\u0007声',
  '_x0041_ 原样',
  '🧧𠮷',
  'e\u0301',
]

const table: Sheet = {
  name: '售后/2026:[11月]?',
  columns: [
    { header: '名称', holds: 'text' },
    { header: '数量', holds: 'count' },
    { header: '平均', holds: 'number' },
    { header: '占比', holds: 'share' },
    { header: '用时', holds: 'duration' },
    { header: '日期', holds: 'date' },
    { header: '时间', holds: 'time', zone },
  ],
  rows: [
    ['售后部', 345, 4.25, 0.125, 93_784, '2026-11-22', new Date('2026-11-22T02:03:04Z')],
    [null, 0, null, null, null, null, null],
    ...ugly.map(text => [text, null, null, null, null, null, null]),
  ],
}
const other: Sheet = {
  name: '概览',
  columns: [
    { header: '指标', holds: 'text' },
    { header: '数值', holds: 'any' },
  ],
  rows: [
    ['满意率', { holds: 'share', value: 0.5 }],
    ['时区', zone],
  ],
}

let bytes: Buffer
beforeAll(async () => {
  bytes = await buffer(writeWorkbook([table, other], new Date('2026-11-22T02:00:00Z')))
})

describe('read back by another program’s reader', () => {
  test('names, headers, and each value as what it is', async () => {
    const { sheets } = await readXlsx(bytes)
    expect(sheets.map(sheet => sheet.name)).toEqual(['售后 2026  11月', '概览'])
    const [head, first, second] = sheets[0]?.rows ?? []
    expect(head).toEqual(['名称', '数量', '平均', '占比', '用时', '日期', '时间'])
    expect(first?.slice(0, 4)).toEqual(['售后部', 345, 4.25, 0.125])
    // 93,784 seconds are a day and a bit.
    const [duration, date, time] = first?.slice(4) ?? []
    expect(asNumber(duration)).toBeCloseTo(93_784 / 86_400, 9)
    expect(asNumber(date)).toBe(46_348)
    expect(asNumber(time)).toBeCloseTo(46_348 + (10 * 3600 + 3 * 60 + 4) / 86_400, 6)
    expect(second?.[1]).toBe(0)
    expect(second?.[2] ?? null).toBeNull()
    expect(sheets[1]?.rows[1]).toEqual(['满意率', 0.5])
  })

  test('text comes back as it was, and is never a formula', async () => {
    const { sheets } = await readXlsx(bytes)
    const read = sheets[0]?.rows.slice(3).map(row => row[0])
    expect(read).toEqual(ugly)
  })
})

/** The reader answers with a date where the format has one; before March 1900 spreadsheets count a day that never was. */
function asNumber(value: unknown): number {
  if (!(value instanceof Date)) return Number(value)
  const days = value.getTime() / 86_400_000 + 25_569
  return days < 61 ? days - 1 : days
}

test.each([
  [
    ['概览', '概览', '概览'],
    ['概览', '概览 2', '概览 3'],
  ],
  [
    ["'引号'", '', '   '],
    ['引号', 'Sheet', 'Sheet 2'],
  ],
  [
    ['很'.repeat(40), '很'.repeat(41)],
    ['很'.repeat(31), `${'很'.repeat(29)} 2`],
  ],
])('sheets %j are called %j', (wanted, names) => expect(sheetNames(wanted)).toEqual(names))

test('rows are asked for as they are taken, not all before', async () => {
  let given = 0
  async function* endless() {
    for (;;) yield [`第 ${++given} 行 ${Math.random()}`]
  }
  const out = writeWorkbook([{ name: '无尽', columns: [{ header: '行', holds: 'text' }], rows: endless() }], new Date())
  let taken = 0
  for await (const chunk of out) {
    taken += (chunk as Buffer).length
    if (taken > 200_000) break
  }
  // Compressed about four times; what is on its way is a few pieces and not the whole.
  expect(given).toBeLessThan(100_000)
})

test('a source that fails breaks the file off', async () => {
  async function* failing() {
    yield ['一行']
    throw new Error('the database is gone')
  }
  const out = writeWorkbook([{ name: '坏', columns: [{ header: '行', holds: 'text' }], rows: failing() }], new Date())
  await expect(buffer(out)).rejects.toThrow('the database is gone')
})

const office = ['soffice', 'libreoffice'].find(name => spawnSync(name, ['--version']).status === 0)

describe.skipIf(!office)(`opened by LibreOffice${office ? '' : ' (not on this machine: skipped)'}`, () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-office-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('shows what was meant', { timeout: 120_000 }, () => {
    const file = path.join(folder, 'workbook.xlsx')
    writeFileSync(file, bytes)
    execFileSync(
      office ?? '',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1',
        '--outdir',
        folder,
        file,
      ],
      { stdio: 'ignore' },
    )
    const [made = ''] = readdirSync(folder).filter(name => name.endsWith('.csv'))
    const csv = readFileSync(path.join(folder, made), 'utf8').split('\n')
    expect(csv[0]).toBe('名称,数量,平均,占比,用时,日期,时间')
    expect(csv[1]).toBe('售后部,345,4.25,12.5%,26:03:04,2026-11-22,2026-11-22 10:03:04')
    expect(csv[3]).toBe('"=HYPERLINK(""http://evil.example"",""点我"")",,,,,,')
    expect(csv[4]).toBe('+1+1,,,,,,')
  })
})
