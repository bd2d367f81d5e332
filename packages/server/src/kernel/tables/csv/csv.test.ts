import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf, tableFiles } from '../../../../test/table-files.ts'
import { openTable, type ReadRow } from '../index.ts'
import { decoded } from './encoding.ts'

let files: Awaited<ReturnType<typeof tableFiles>>
beforeAll(async () => {
  files = await tableFiles()
})
afterAll(() => files.remove())

const read = async (content: string | Uint8Array) => rowsOf(await files.text(content))
const texts = (rows: readonly ReadRow[]) => rows.map(row => row.cells.map(cell => cell && 'text' in cell && cell.text))

describe('records', () => {
  test.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a,"b\n""c"", d"\n', [['a', 'b\n"c", d']]],
    [' a , b\t\n', [[' a ', ' b\t']]],
    [
      'a,5" 屏\n1,2',
      [
        ['a', '5" 屏'],
        ['1', '2'],
      ],
    ],
    ['a,"x" y,z', [['a', '"x" y', 'z']]],
    ['a,b\n1\n1,2,3', [['a', 'b'], ['1'], ['1', '2', '3']]],
    ['a,,\n,b,', [['a'], [null, 'b']]],
    [
      '号,名\n="00123","=""00456"""',
      [
        ['号', '名'],
        ['00123', '00456'],
      ],
    ],
    [
      '号,名\n="",=1+1',
      [
        ['号', '名'],
        [null, '=1+1'],
      ],
    ],
    ['sep=;\r\na;b,c\r\n', [['a', 'b,c']]],
    ['"sep=|"\na|b', [['a', 'b']]],
    [
      'a\tb\n1,2\t3',
      [
        ['a', 'b'],
        ['1,2', '3'],
      ],
    ],
    ['姓名，电话\n李雷，1', [['姓名，电话'], ['李雷，1']]],
    ['0012,1E5,TRUE,2026-11-22', [['0012', '1E5', 'TRUE', '2026-11-22']]],
    ['', []],
    ['\ufeff', []],
    ['\n \n\n', [[' ']]],
  ])('%j', async (content, expected) => expect(texts(await read(content))).toEqual(expected))

  test('rows are numbered as a spreadsheet shows them: empty ones count, lines within quotes and sep= do not', async () => {
    const rows = await read('sep=,\na,"1\n2\n3"\n\n,,\nb\n')
    expect(rows.map(({ n }) => n)).toEqual([1, 4])
  })

  test('a quote that is never closed is told with its row', async () => {
    await expect(read('a,b\n1,2\n"3,4\n5,6\n')).rejects.toMatchObject({ code: 'table.quote', params: { n: 3 } })
  })

  test('500 columns are read, 501 refused with their row; empty ones do not count', async () => {
    expect((await read(`${'a,'.repeat(499)}a,,,,`))[0]?.cells).toHaveLength(500)
    await expect(read(`a\n${'a,'.repeat(500)}a`)).rejects.toMatchObject({ code: 'table.tooWide', params: { n: 2 } })
  })

  test('a .tsv without a tab in its first lines is cut at tabs', async () => {
    const file = await files.text(`${'甲\n'.repeat(40_000)}乙\t丙`)
    const table = await openTable(file, 'x.tsv')
    let last: ReadRow | undefined
    for await (const row of table.rows(0)) last = row
    expect(last).toEqual({ n: 40_001, cells: [{ text: '乙' }, { text: '丙' }] })
  })

  test('a long field that begins like ="00123" is text', async () => {
    const long = `="${'0'.repeat(2_000_000)}`
    expect(texts(await read(`a,${long}`))).toEqual([['a', long]])
  })

  test('whatever is written as quoted fields comes back', async () => {
    const field = fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', ' ', '=', 'a', '汉', '🧧') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1 }), async table => {
        const meant = table.map(row => row.filter((_, at) => at < 5)).map(row => row.map(text => `x${text}`))
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        expect(texts(await read(`sep=;\n${meant.map(row => row.map(quoted).join(';')).join('\r\n')}`))).toEqual(meant)
      }),
      { numRuns: 60 },
    )
  })
})

describe('letters', () => {
  const text = '姓名,备注\r\n李雷,𠮷野家🧧é\r\n'
  const expected = [
    ['姓名', '备注'],
    ['李雷', '𠮷野家🧧é'],
  ]
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE', utf16],
    ['UTF-16 BE', Buffer.from(utf16).swap16()],
  ])('%s', async (_name, bytes) => expect(texts(await read(bytes))).toEqual(expected))

  test('GB18030, with its letters of two and of four bytes', async () => {
    // 姓名,备注 / 李雷,𠮷
    const bytes = Buffer.from('d0d5c3fb2cb1b8d7a20d0ac0eec0d72c9534b235', 'hex')
    expect(texts(await read(bytes))).toEqual([
      ['姓名', '备注'],
      ['李雷', '𠮷'],
    ])
  })

  test('one letter of GB18030 far behind much ASCII', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n'.repeat(50_000)), Buffer.from('c0eec0d7', 'hex')])
    expect(texts(await read(bytes)).at(-1)).toEqual(['李雷'])
  })

  test('what is neither is refused rather than guessed', async () => {
    await expect(read(Buffer.from('caf\u00e9,b\nM\u00fcnchen,c\n', 'latin1'))).rejects.toMatchObject({
      code: 'table.encoding',
    })
  })

  test('wherever the bytes are cut, the letters are the same', async () => {
    const bytes = Buffer.from('\ufeff汉字🧧,é\n')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), fc.nat(4), async (cuts, skip) => {
        const ends = [...cuts.sort((a, b) => a - b), bytes.length]
        async function* pieces() {
          for (const [at, end] of ends.entries()) yield bytes.subarray(ends[at - 1] ?? 0, end)
        }
        let read = ''
        for await (const piece of decoded(pieces(), 'utf-8', skip)) read += piece
        expect(read).toBe('汉字🧧,é\n'.slice(skip))
      }),
    )
  })
})
