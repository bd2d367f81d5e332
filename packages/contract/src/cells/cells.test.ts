import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readValue } from '../fields/index.ts'
import type { Known } from '../fields/reading.ts'
import { regionNames } from '../fields/regions.ts'
import { type FieldSpec, fieldSpec } from '../fields/spec.ts'
import type { Wording } from '../fields/text.ts'
import { addressIn } from './address.ts'
import type { CellReading, FileCell } from './cell.ts'
import { fieldFromCell } from './from-cell.ts'
import { alongPath, severalOf } from './options.ts'
import { fieldToCell } from './to-cell.ts'

const zone = 'Asia/Shanghai'
const [w1, w2, z] = [1, 2, 3].map(n => `0198f0a0-7c3e-7abc-8def-01234567890${n}`) as [string, string, string]
const people: Record<string, string[]> = { 王芳: [w1, w2], CS001: [w1], 赵强: [z] }
const under = (code: string | null) =>
  [...regionNames].flatMap(([one, name]) => (parentOf(one) === code ? [{ code: one, name }] : []))
function parentOf(code: string): string | null {
  if (code.endsWith('0000')) return null
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`
}
const children = new Map<string | null, ReturnType<typeof under>>()
const reading: CellReading = {
  locale: 'zh-CN',
  zone,
  named: (kind, text) => (kind === 'agent' ? (people[text] ?? []) : text.startsWith('id:') ? [text.slice(3)] : []),
  regionsUnder(code) {
    const known = children.get(code) ?? under(code)
    children.set(code, known)
    return known
  },
}

const options = [
  { key: 'a', name: '质量、做工', nameEn: 'Quality' },
  { key: 'b', name: '质量' },
  { key: 'c', name: '物流/配送', nameEn: 'Delivery' },
  { key: 'old', name: '旧', archived: true },
]
const branches = [
  { key: 'home', name: '家电' },
  { key: 'tv', name: '电视-机', nameEn: 'TV', parent: 'home' },
  { key: 'oled', name: 'OLED', parent: 'tv' },
  { key: 'food', name: '食品' },
  { key: 'other', name: '其他', parent: 'home' },
  { key: 'other2', name: '其他', parent: 'food' },
]
const spec = (given: object): FieldSpec => fieldSpec.parse(given)
const text = (said: string): FileCell => ({ text: said })
const number = (value: number, said = String(value)): FileCell => ({ number: value, text: said })
const read = (given: object, cell: FileCell) => {
  const found = fieldFromCell({ spec: spec(given) }, cell, reading)
  return 'value' in found ? found.value : found.problems.map(({ code }) => code).join()
}

describe('a cell means', () => {
  const date = { kind: 'date' }
  const time = { kind: 'time' }
  const sum = { kind: 'number', decimals: 4 }
  const choice = { kind: 'choice', options }
  const choices = { kind: 'choices', options }
  const cascade = { kind: 'cascade', branches, leafOnly: false }
  const bool = { kind: 'boolean' }
  test.each<[object, FileCell, unknown]>([
    [{ kind: 'text' }, null, null],
    [{ kind: 'text' }, text('  '), null],
    [{ kind: 'text' }, { error: '#N/A' }, 'cell.error'],
    [{ kind: 'text' }, number(13800138000), '13800138000'],
    [{ kind: 'text' }, { boolean: true }, '是'],
    [{ kind: 'text' }, { moment: '2026-11-22T09:30:00' }, '2026-11-22 09:30:00'],
    [{ kind: 'longText' }, text('一\n二'), '一\n二'],
    [{ kind: 'richText' }, text('a<b\n二'), '<p>a&lt;b</p><p>二</p>'],
    [{ kind: 'phone' }, number(13800138000), '13800138000'],
    [date, { date: '2026-11-22' }, '2026-11-22'],
    [date, { moment: '2026-11-22T09:30:00' }, '2026-11-22'],
    [date, text('2026-11-22'), '2026-11-22'],
    [date, text('2026/1/2'), '2026-01-02'],
    [date, text('2026.1.2'), '2026-01-02'],
    [date, text('2026年11月22日'), '2026-11-22'],
    [date, text('2026 年 1 月 2 号'), '2026-01-02'],
    [date, text('２０２６－１１－２２'), '2026-11-22'],
    [date, text('20261122'), '2026-11-22'],
    [date, number(20261122), '2026-11-22'],
    [date, text('22.11.2026'), '2026-11-22'],
    [date, text('11/22/2026'), '2026-11-22'],
    [date, text('05.05.2026'), '2026-05-05'],
    [date, text('05.06.2026'), 'cell.doubtfulDay'],
    [date, text('2026-02-30'), 'cell.day'],
    [date, text('昨天'), 'cell.day'],
    [date, number(46000), 'cell.day'],
    [date, { clock: '09:30:00' }, 'cell.day'],
    [time, { moment: '2026-11-22T09:30:00' }, '2026-11-22T01:30:00.000Z'],
    [time, { date: '2026-11-22' }, '2026-11-21T16:00:00.000Z'],
    [time, text('2026-11-22 09:30'), '2026-11-22T01:30:00.000Z'],
    [time, text('2026/11/22 下午3:05:10'), '2026-11-22T07:05:10.000Z'],
    [time, text('2026年11月22日 9点5分'), '2026-11-22T01:05:00.000Z'],
    [time, text('2026-11-22 12:30 AM'), '2026-11-21T16:30:00.000Z'],
    [time, text('2026-11-22T09:30:00+09:00'), '2026-11-22T09:30:00+09:00'],
    [time, text('2026-11-22 25:00'), 'cell.moment'],
    [sum, number(1.5), '1.5'],
    [sum, text('1,234.5'), '1234.5'],
    [sum, text('１２３'), '123'],
    [sum, text('¥ 1,234.50 元'), '1234.50'],
    [sum, text('-¥5'), '-5'],
    [sum, text('¥-5'), '-5'],
    [sum, text('(1,234)'), '-1234'],
    [sum, text('−3'), '-3'],
    [sum, text('1.234,5'), '1234.5'],
    [sum, text('1,23'), 'cell.number'],
    [sum, text('三'), 'cell.number'],
    [sum, text(''), null],
    [sum, text('12.5%'), '0.125'],
    [sum, text('5%'), '0.05'],
    [{ kind: 'number', unit: '%' }, text('12%'), '12'],
    [{ kind: 'number', unit: '台' }, text('3 台'), '3'],
    [{ kind: 'amount' }, text('99.90'), '99.90'],
    [bool, text('是'), true],
    [bool, text('YES'), true],
    [bool, text('√'), true],
    [bool, number(0), false],
    [bool, text('×'), false],
    [bool, { boolean: false }, false],
    [bool, text('也许'), 'cell.boolean'],
    [choice, text('quality'), 'a'],
    [choice, text('B'), 'b'],
    [choice, text('旧'), 'field.option'],
    [choices, text('质量、质量、做工，Delivery'), ['b', 'a', 'c']],
    [choices, text('物流/配送；质量'), ['c', 'b']],
    [choices, text('质量/没有'), 'field.option'],
    [cascade, text('家电/电视-机'), 'tv'],
    [cascade, text('家电-电视-机 - oled'), 'oled'],
    [cascade, text('家电 > TV'), 'tv'],
    [cascade, text('食品'), 'food'],
    [cascade, text('OLED'), 'oled'],
    [cascade, text('其他'), 'cell.severalOptions'],
    [cascade, text('食品/其他'), 'other2'],
    [cascade, text('食品/没有'), 'field.option'],
    [{ kind: 'person' }, text('CS001'), w1],
    [{ kind: 'person' }, text('赵强'), z],
    [{ kind: 'person' }, text('王芳'), 'cell.several.agent'],
    [{ kind: 'person' }, text('王方'), 'cell.unknown.agent'],
    [{ kind: 'department' }, text('没有'), 'cell.unknown.department'],
    [{ kind: 'location' }, text('113.93, 22.5'), { longitude: 113.93, latitude: 22.5, name: null }],
    [{ kind: 'location' }, text('门店（113.93，22.5）'), { longitude: 113.93, latitude: 22.5, name: '门店' }],
    [{ kind: 'location' }, text('门店'), 'cell.location'],
    [{ kind: 'address' }, text('没有这里'), 'cell.region'],
    [{ kind: 'files' }, text('a.pdf'), 'cell.kind'],
    [{ kind: 'formula', expression: '1+1' }, number(2), 'cell.kind'],
  ])('%j: %j is %j', (given, cell, meant) => expect(read(given, cell)).toEqual(meant))

  test.each<[string, string[], string | null]>([
    ['广东省深圳市南山区科技园路 1 号', ['440000', '440300', '440305'], '科技园路 1 号'],
    ['广东深圳南山区科技园路', ['440000', '440300', '440305'], '科技园路'],
    ['北京市朝阳区建国路 88 号', ['110000', '110100', '110105'], '建国路 88 号'],
    ['北京市北京市朝阳区', ['110000', '110100', '110105'], null],
    ['上海 浦东新区 世纪大道', ['310000', '310100', '310115'], '世纪大道'],
    ['广东省东莞市松山湖', ['440000', '441900'], '松山湖'],
    ['广西壮族自治区南宁市', ['450000', '450100'], null],
    ['内蒙古呼和浩特市', ['150000', '150100'], null],
    ['火星', [], '火星'],
  ])('the address %s', (said, region, detail) =>
    expect(addressIn(said, { level: 'district' }, reading)).toEqual({ region, detail }),
  )
})

const wording: Wording = {
  locale: 'zh-CN',
  zone,
  nameOf: id => (id === w1 ? 'CS001' : id === z ? '赵强' : `id:${id}`),
  regionOf: code => regionNames.get(code),
}
const known: Known = {
  regions: { has: code => regionNames.has(code), isDivided: code => reading.regionsUnder(code).length > 0 },
  phone: said => said,
  clean: html => html,
  exists: () => true,
}

describe('what is written is read back', () => {
  const line = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map(said => said.trim())
    .filter(said => said !== '' && said.isWellFormed() && !/[\p{Cc}\p{Cf}]/u.test(said))
  const name = fc.constantFrom('质量', '质量、做工', '物流/配送', 'A-B', '其他；', 'A', 'a b', 'Ａ－Ｂ－Ｃ', '三,四')
  const distinct = fc.uniqueArray(name, {
    minLength: 1,
    maxLength: 6,
    selector: said => said.normalize('NFKC').toLowerCase(),
  })
  const regions = [...regionNames.keys()].filter(
    code => reading.regionsUnder(code).length === 0 && !code.endsWith('0000'),
  )
  const pathOf = (code: string): string[] => {
    const above = parentOf(code)
    return above === null ? [code] : [...pathOf(above), code]
  }
  const kinds: fc.Arbitrary<{ given: object; value: unknown }>[] = [
    line.map(value => ({ given: { kind: 'text' }, value })),
    line.map(value => ({ given: { kind: 'reference' }, value })),
    line.map(value => ({ given: { kind: 'longText' }, value: `${value}\n${value}` })),
    fc.integer({ min: -1e9, max: 1e9 }).map(n => ({ given: { kind: 'number', decimals: 2 }, value: n / 100 })),
    fc.integer({ min: -1e9, max: 1e9 }).map(n => ({ given: { kind: 'amount' }, value: n / 100 })),
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
      .map(at => ({ given: { kind: 'date' }, value: at.toISOString().slice(0, 10) })),
    fc
      .integer({ min: Date.parse('1992-01-01') / 1000, max: Date.parse('2100-01-01') / 1000 })
      .map(seconds => ({ given: { kind: 'time' }, value: seconds * 1000 })),
    fc.boolean().map(value => ({ given: { kind: 'boolean' }, value })),
    fc.constantFrom(w1, z).map(value => ({ given: { kind: 'person' }, value })),
    distinct.chain(names => {
      const list = names.map((one, at) => ({ key: `k${at}`, name: one }))
      return fc.subarray(list, { minLength: 1 }).map(some => ({
        given: { kind: 'choices', options: list },
        value: some.map(({ key }) => key),
      }))
    }),
    distinct.chain(names =>
      fc.nat(names.length - 1).map(at => ({
        given: {
          kind: 'cascade',
          branches: names.map((one, n) => ({ key: `k${n}`, name: one, ...(n > 0 && { parent: `k${n - 1}` }) })),
          leafOnly: false,
        },
        value: names.slice(0, at + 1).map((_one, n) => `k${n}`),
      })),
    ),
    fc
      .record({ code: fc.constantFrom(...regions), detail: fc.constantFrom(null, '科技园路 1 号', '1 号楼') })
      .map(({ code, detail }) => ({
        given: { kind: 'address' },
        value: { region: pathOf(code), detail },
      })),
  ]
  test('for every kind that a file can hold', () => {
    fc.assert(
      fc.property(fc.oneof(...kinds), ({ given, value }) => {
        const field = { spec: spec(given) }
        const meant = fieldFromCell(field, fieldToCell(field, value, wording), reading)
        expect(meant).toHaveProperty('value')
        expect(readValue(field, 'value' in meant ? meant.value : undefined, known)).toEqual({ value })
      }),
      { numRuns: 1500 },
    )
  })
})

test('reading several takes no longer than the text is long', () => {
  const list = [
    { key: 'a', name: 'a' },
    { key: 'aa', name: 'a、a' },
  ]
  const began = performance.now()
  expect(severalOf(list, `${'a、'.repeat(2000)}b`)).toHaveProperty('unknown')
  expect(alongPath(list, `${'a-'.repeat(5000)}b`)).toEqual([])
  expect(performance.now() - began).toBeLessThan(2000)
})
