import { expect, test } from 'vitest'
import { builtIn, shownBy } from './format.ts'

test.each([
  ['General', 'number'],
  ['G/通用格式', 'number'],
  ['0.00E+00', 'number'],
  ['#,##0.00_);[Red]\\(#,##0.00\\)', 'number'],
  ['[$USD] #,##0.00', 'number'],
  ['[$¥-804]#,##0.00;[Red]-[$¥-804]#,##0.00', 'number'],
  ['0" days"', 'number'],
  ['0\\d', 'number'],
  ['# ??/??', 'number'],
  ['@', 'number'],
  ['[>=100]0;[Blue]0.0', 'number'],
  ['', 'number'],
  ['"未写完的', 'number'],
  ['yyyy"年"m"月"d"日"', 'date'],
  ['yyyy\\-mm\\-dd', 'date'],
  ['[$-804]yyyy"年"m"月"d"日";@', 'date'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 'date'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
  ['[$-804]aaaa;@', 'date'],
  ['[$-404]e/m/d', 'date'],
  ['mmm-yy', 'date'],
  ['m', 'date'],
  ['[Red]yyyy/m/d', 'date'],
  ['yyyy-mm-dd hh:mm', 'moment'],
  ['m/d/yy h:mm AM/PM', 'moment'],
  ['yyyy/m/d\\ [$-804]上午/下午h:mm;@', 'moment'],
  ['yyyy-mm-ddThh:mm:ss.000', 'moment'],
  ['h:mm', 'clock'],
  ['[$-F400]h:mm:ss\\ AM/PM', 'clock'],
  ['上午/下午h"时"mm"分"', 'clock'],
  ['mm:ss.0', 'clock'],
  ['[h]:mm', 'elapsed'],
  ['[hh]:mm:ss;@', 'elapsed'],
  ['[mm]:ss', 'elapsed'],
  ['[s]', 'elapsed'],
] as const)('%s shows a %s', (code, shown) => expect(shownBy(code)).toBe(shown))

test('formats that are not written down', () => {
  const ids = (shown: string) => Array.from({ length: 60 }, (_, id) => id).filter(id => builtIn(id) === shown)
  expect(ids('date')).toEqual([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
  expect(ids('clock')).toEqual([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56])
  expect(ids('moment')).toEqual([22])
  expect(ids('elapsed')).toEqual([46])
})
