import { describe, expect, test } from 'vitest'
import { importColumns } from './columns.ts'
import { headerRowOf, otherNames, suggestedMapping, type Target } from './suggest.ts'

const targets: Target[] = [
  ...importColumns.map(field => ({ field, names: [field, ...otherNames[field]] })),
  { field: 'fields.orderNo', names: ['订单号', 'Order number', 'orderNo'] },
]

describe('a header is known', () => {
  test.each([
    [
      ['标题', '电话'],
      ['subject', 'customer.phone'],
    ],
    [
      ['主题（必填）', '联系电话 *', ' 手机 '],
      ['subject', undefined, 'customer.phone'],
    ],
    [
      ['受理人', '坐席'],
      ['assigneeId', undefined],
    ],
    [
      ['客户', '姓名', '客户姓名'],
      ['customer.name', undefined, undefined],
    ],
    [
      ['Title', 'PHONE NUMBER', 'Assigned-To'],
      ['subject', 'customer.phone', 'assigneeId'],
    ],
    [
      ['訂單號', 'order number', 'orderno'],
      ['fields.orderNo', undefined, undefined],
    ],
    [
      ['', '天气', '標題'],
      [undefined, undefined, 'subject'],
    ],
    [
      ['工单编号', '编号'],
      ['sourceNumber', undefined],
    ],
  ])('%j: %j', (headers, fields) => expect(suggestedMapping(headers, targets)).toEqual(fields))

  test('what a target is called first goes before what others call it, wherever it stands', () => {
    const two: Target[] = [{ field: 'a', names: ['甲', '乙'] }]
    expect(suggestedMapping(['乙', '甲'], two)).toEqual([undefined, 'a'])
  })

  test('no name leads to two targets first', () => {
    const all = Object.entries(otherNames).flatMap(([field, names]) => names.map(name => `${name} ${field}`))
    const names = all.map(one => one.split(' ')[0])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
})

const row = (n: number, ...texts: string[]) => ({ n, cells: texts.map(text => (text === '' ? null : { text })) })

describe('the row with the headers', () => {
  test.each([
    ['the first', [row(1, '标题', '电话'), row(2, '漏水', '138')], 1],
    ['beneath a title', [row(1, '售后登记表'), row(3, '主题', '电话', '天气'), row(4, '电话', 'x', 'y')], 3],
    ['of words that nobody knows', [row(2, '登记'), row(4, '甲', '乙', '丙'), row(5, '1', '2', '3')], 4],
    ['of nothing', [], 1],
  ])('%s', (_what, rows, n) => expect(headerRowOf(rows, targets)).toBe(n))
})
