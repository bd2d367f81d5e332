import { expect, test } from 'vitest'
import { sheetOf } from './sheet.ts'

test('a sheet keeps what is in its cells, and no formula', () => {
  expect(
    sheetOf([
      ['工号', '姓名'],
      ['CS002', '王,"芳"'],
      ['CS003', '=1+1'],
    ]),
  ).toBe('\ufeff工号,姓名\r\nCS002,"王,""芳"""\r\nCS003,\'=1+1\r\n')
})
