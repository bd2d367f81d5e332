import type { FieldColumn } from '@baton/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellValue, gridOf, withCell, withPasted } from './rows.ts'
import { nameIn } from './useFileFacts.ts'
import { sentValue, usualValues } from './values.ts'

const column = (kind: FieldColumn['kind'], key: string = kind): FieldColumn => ({
  key,
  name: key,
  kind,
  required: false,
  ...(kind === 'choice' && { options: [{ key: 'r', name: '红', nameEn: 'Red' }] }),
})

test.each<[FieldColumn['kind'], string, unknown]>([
  ['text', ' 滤网\n两个 ', ' 滤网 两个 '],
  ['number', '1,234.5', 1234.5],
  ['number', '十二', '十二'],
  ['amount', '¥ 99.00', 99],
  ['amount', '-3', -3],
  ['date', '2026/1/2', '2026-01-02'],
  ['date', '2026年11月2日', '2026-11-02'],
  ['date', '下周', '下周'],
  ['boolean', '是', true],
  ['boolean', 'FALSE', false],
  ['boolean', '也许', '也许'],
  ['choice', '红', 'r'],
  ['choice', 'RED', 'r'],
  ['choice', '绿', '绿'],
  ['number', '  ', null],
])('a cell of %s reads %j as %j', (kind, text, value) => {
  expect(cellValue(column(kind), text)).toBe(value)
})

describe('a spreadsheet', () => {
  test.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a\nb"\tc', [['a\nb', 'c']]],
    ['"say ""hi"""\tc', [['say "hi"', 'c']]],
    ['27" screen\tb', [['27" screen', 'b']]],
    [
      'a\t\n\tb',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['', [['']]],
  ])('%j', (text, grid) => {
    expect(gridOf(text)).toEqual(grid)
  })
  test('what was written into cells is read from them', () => {
    const cell = fc.string().map(text => text.replace(/\r/g, ''))
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }), grid => {
        expect(gridOf(grid.map(row => row.map(quoted).join('\t')).join('\n'))).toEqual(grid)
      }),
    )
  })
  test('is laid over the table, and no further', () => {
    const columns = [column('text', 'what'), column('number', 'count')]
    const rows = [{ what: '滤网', count: 1 }, { what: '软管' }]
    expect(withPasted(rows, columns, { row: 1, column: 1 }, '2\tx\n3\n4', 3)).toEqual([
      { what: '滤网', count: 1 },
      { what: '软管', count: 2 },
      { count: 3 },
    ])
  })
})

test('a cell that is emptied is not kept', () => {
  expect(withCell([{ a: 1, b: 2 }], 0, 'a', '')).toEqual([{ b: 2 }])
  expect(withCell([], 1, 'a', 1)).toEqual([{}, { a: 1 }])
})

test('empty rows at the end are not sent', () => {
  const spec = { kind: 'rows' as const, columns: [column('text')], most: 10 }
  expect(sentValue({ spec }, [{ text: 'a' }, {}, { text: 'b' }, {}, {}])).toEqual([{ text: 'a' }, {}, { text: 'b' }])
  expect(sentValue({ spec }, [{}, {}])).toBeNull()
  expect(sentValue({ spec: { kind: 'date' } }, undefined)).toBeNull()
})

test('a form begins with what is usual', () => {
  const field = (key: string, kind: 'date' | 'time' | 'person' | 'boolean', usual: unknown, archived = false) => ({
    key,
    spec: { kind },
    default: usual,
    archived,
  })
  const now = new Date(2026, 10, 2, 9, 5)
  expect(
    usualValues(
      [
        field('who', 'person', '$me'),
        field('day', 'date', '$now'),
        field('at', 'time', '$now'),
        field('old', 'boolean', true, true),
        field('urgent', 'boolean', false),
        field('none', 'boolean', null),
      ],
      'me-1',
      now,
    ),
  ).toEqual({ who: 'me-1', day: '2026-11-02', at: now.toISOString(), urgent: false })
})

test.each([
  [`attachment; filename="__.png"; filename*=UTF-8''${encodeURIComponent('门锁.png')}`, '门锁.png'],
  ['attachment; filename="a.png"', 'a.png'],
  ['inline', undefined],
])('%s names %s', (disposition, name) => {
  expect(nameIn(disposition)).toBe(name)
})
