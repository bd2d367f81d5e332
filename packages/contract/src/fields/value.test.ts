import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Known } from './reading.ts'
import { regionNames } from './regions.ts'
import { fieldKinds, fieldSpec } from './spec.ts'
import { fieldText, type Wording } from './text.ts'
import { readValue } from './value.ts'

const id = '0198f0a0-7c3e-7abc-8def-012345678901'
const other = '0198f0a0-7c3e-7abc-8def-012345678902'
const paper = '0198f0a0-7c3e-7abc-8def-012345678903'
const known: Known = {
  regions: {
    has: code => regionNames.has(code),
    isDivided: code =>
      [...regionNames.keys()].some(one => one !== code && one.startsWith(code.replace(/(00){1,2}$/, ''))),
  },
  phone: text => (/^1\d{10}$/.test(text) ? `+86${text}` : undefined),
  clean: html => html.replace(/<script.*<\/script>/g, ''),
  exists: (kind, one) => one === id || (one === paper && kind === 'file'),
}
const spec = (given: object) => fieldSpec.parse(given)
const read = (given: object, value: unknown) => readValue({ spec: spec(given) }, value, known)
const options = [
  { key: 'a', name: '甲', nameEn: 'A' },
  { key: 'b', name: '乙' },
  { key: 'old', name: '旧', archived: true },
]
const branches = [
  { key: 'home', name: '家电' },
  { key: 'tv', name: '电视', parent: 'home' },
  { key: 'oled', name: 'OLED', parent: 'tv' },
  { key: 'food', name: '食品' },
]
const columns = [
  { key: 'sku', name: 'SKU', kind: 'text', required: true },
  { key: 'count', name: '数量', kind: 'number', decimals: 0 },
  { key: 'state', name: '状态', kind: 'choice', options },
]
const shenzhen = ['440000', '440300', '440305']

describe('is kept as', () => {
  test.each<[object, unknown, unknown]>([
    [{ kind: 'text' }, '  DD-1  ', 'DD-1'],
    [{ kind: 'text' }, '   ', null],
    [{ kind: 'text' }, '', null],
    [{ kind: 'text', format: 'idCard' }, '11010519491231002X', '11010519491231002X'],
    [{ kind: 'text', format: 'url' }, 'https://a.cn/x?y=1', 'https://a.cn/x?y=1'],
    [{ kind: 'longText' }, '一\n二', '一\n二'],
    [{ kind: 'richText' }, '<p>好<script>x</script></p>', '<p>好</p>'],
    [{ kind: 'richText' }, '<p> </p>', null],
    [{ kind: 'number', decimals: 2 }, '12.50', 12.5],
    [{ kind: 'number', decimals: 2 }, 0, 0],
    [{ kind: 'amount' }, 99.9, 99.9],
    [{ kind: 'amount', currency: 'JPY' }, 1200, 1200],
    [{ kind: 'date' }, '2026-02-28', '2026-02-28'],
    [{ kind: 'time' }, '2026-11-22T09:30:00+08:00', Date.parse('2026-11-22T01:30:00Z')],
    [{ kind: 'choice', options }, 'a', 'a'],
    [{ kind: 'choices', options }, ['b', 'a'], ['a', 'b']],
    [{ kind: 'choices', options }, [], null],
    [{ kind: 'cascade', branches }, 'oled', ['home', 'tv', 'oled']],
    [{ kind: 'cascade', branches }, ['home', 'tv', 'oled'], ['home', 'tv', 'oled']],
    [{ kind: 'cascade', branches, leafOnly: false }, ['home'], ['home']],
    [{ kind: 'cascade', branches }, ['food'], ['food']],
    [{ kind: 'boolean' }, false, false],
    [{ kind: 'person' }, id.toUpperCase(), id],
    [{ kind: 'reference' }, ' T2026 ', 'T2026'],
    [{ kind: 'phone' }, '13800138000', '+8613800138000'],
    [{ kind: 'address' }, { region: shenzhen, detail: '科技园路 1 号' }, { region: shenzhen, detail: '科技园路 1 号' }],
    [
      { kind: 'address', level: 'city' },
      { region: ['440000', '440300'] },
      { region: ['440000', '440300'], detail: null },
    ],
    // 东莞 has no districts.
    [{ kind: 'address' }, { region: ['440000', '441900'], detail: '' }, { region: ['440000', '441900'], detail: null }],
    [{ kind: 'address' }, { region: [], detail: ' ' }, null],
    [
      { kind: 'location' },
      { longitude: 113.9345678, latitude: 22.5, name: '门店' },
      { longitude: 113.934568, latitude: 22.5, name: '门店' },
    ],
    [{ kind: 'files' }, [id, paper], [id, paper]],
    [{ kind: 'pictures' }, [id], [id]],
    [{ kind: 'rows', columns }, [{ sku: 'A1', count: '2', state: null }], [{ sku: 'A1', count: 2 }]],
  ])('%j: %j', (given, value, expected) => {
    expect(read(given, value)).toEqual({ value: expected })
  })
})

describe('is refused with', () => {
  test.each<[object, unknown, string, string]>([
    [{ kind: 'text' }, 5, '', 'field.text'],
    [{ kind: 'text', most: 2 }, '一二三', '', 'field.tooLong'],
    [{ kind: 'text' }, 'a\u0000b', '', 'text.control'],
    [{ kind: 'text', format: 'digits' }, '12a', '', 'field.format.digits'],
    [{ kind: 'text', format: 'idCard' }, '110105194912310021', '', 'field.format.idCard'],
    [{ kind: 'text', format: 'email' }, 'a@b', '', 'field.format.email'],
    [{ kind: 'number' }, 'abc', '', 'field.number'],
    [{ kind: 'number' }, Number.NaN, '', 'field.number'],
    [{ kind: 'number', decimals: 1 }, 1.25, '', 'field.decimals'],
    [{ kind: 'number', min: 1 }, 0, '', 'field.tooSmall'],
    [{ kind: 'number', max: 1 }, 2, '', 'field.tooLarge'],
    [{ kind: 'number' }, 1e15, '', 'field.numberTooLarge'],
    [{ kind: 'amount', currency: 'JPY' }, 1.5, '', 'field.decimals'],
    [{ kind: 'date' }, '2026-02-30', '', 'field.date'],
    [{ kind: 'time' }, '2026-02-28', '', 'field.time'],
    [{ kind: 'choice', options }, 'c', '', 'field.option'],
    [{ kind: 'choice', options }, 'old', '', 'field.option'],
    [{ kind: 'choice', options }, 'toString', '', 'field.option'],
    [{ kind: 'choices', options }, 'a', '', 'field.list'],
    [{ kind: 'choices', options }, ['a', 'c'], '.1', 'field.option'],
    [{ kind: 'choices', options, most: 1 }, ['a', 'b'], '', 'field.tooMany'],
    [{ kind: 'cascade', branches }, 'tv', '', 'field.leafOnly'],
    [{ kind: 'cascade', branches }, ['home', 'oled'], '', 'field.option'],
    [{ kind: 'boolean' }, 'true', '', 'field.boolean'],
    [{ kind: 'person' }, other, '', 'unknown_id'],
    [{ kind: 'person' }, '王芳', '', 'condition.id'],
    [{ kind: 'phone' }, '12', '', 'phone.invalid'],
    [{ kind: 'address' }, '深圳', '', 'field.address'],
    [{ kind: 'address' }, { region: ['440000', '110100'] }, '.region', 'field.region'],
    [{ kind: 'address' }, { region: ['440300'] }, '.region', 'field.region'],
    [{ kind: 'address' }, { region: ['440000', '440300'] }, '.region', 'field.regionDeeper'],
    [{ kind: 'address' }, { region: [], detail: '路' }, '.region', 'required'],
    [{ kind: 'address' }, { region: shenzhen, street: 'x' }, '', 'field.address'],
    [{ kind: 'location' }, { longitude: 200, latitude: 0 }, '.longitude', 'field.longitude'],
    [{ kind: 'location' }, { longitude: 0, latitude: 'x' }, '.latitude', 'field.latitude'],
    [{ kind: 'files' }, [other], '.0', 'attachment.used'],
    [{ kind: 'files' }, [id, id], '.1', 'attachment.used'],
    [{ kind: 'pictures' }, [other], '.0', 'attachment.used'],
    [{ kind: 'pictures' }, [id, paper], '.1', 'field.noPicture'],
    [{ kind: 'formula', expression: '1 + 1' }, 2, '', 'field.formula'],
    [{ kind: 'rows', columns }, [{ count: 1 }], '.0.sku', 'required'],
    [{ kind: 'rows', columns }, [{ sku: 'A', count: 1.5 }], '.0.count', 'field.decimals'],
    [{ kind: 'rows', columns }, [{ sku: 'A', other: 1 }], '.0', 'field.row'],
    [{ kind: 'rows', columns }, { sku: 'A' }, '', 'field.list'],
  ])('%j: %j', (given, value, at, code) => {
    expect(read(given, value)).toMatchObject({ problems: [{ at, code }] })
  })
})

const anySpec: Record<string, object> = {
  choice: { options },
  choices: { options },
  cascade: { branches },
  formula: { expression: '1' },
  rows: { columns },
}
const wording: Wording = {
  locale: 'zh-CN',
  zone: 'Asia/Shanghai',
  nameOf: () => '王芳',
  regionOf: code => regionNames.get(code),
}

test.each(fieldKinds)(
  '%s: whatever is sent is read or refused, what is read reads the same again, and has words',
  kind => {
    const given = spec({ kind, ...anySpec[kind] })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.constantFrom('a', ['a'], 'oled', { region: shenzhen, detail: '路' }, id, [id], 1, true),
        ),
        sent => {
          const first = readValue({ spec: given }, sent, known)
          if (!('value' in first)) {
            expect(first.problems.length).toBeGreaterThan(0)
            return
          }
          expect(typeof fieldText({ spec: given }, first.value, wording)).toBe('string')
          const kept = JSON.parse(JSON.stringify(first.value ?? null))
          expect(readValue({ spec: given }, kept, known)).toEqual({ value: kept })
        },
      ),
    )
  },
)

test.each<[object, unknown, string, string]>([
  [{ kind: 'number', decimals: 2, unit: '件' }, 1234.5, '1,234.5 件', '1,234.5 件'],
  [{ kind: 'amount' }, 1234.5, '¥1,234.50', '¥1,234.50'],
  [{ kind: 'choice', options }, 'a', '甲', 'A'],
  [{ kind: 'choices', options }, ['a', 'b'], '甲、乙', 'A, 乙'],
  [{ kind: 'cascade', branches }, ['home', 'tv'], '家电 / 电视', '家电 / 电视'],
  [{ kind: 'boolean' }, true, '是', 'yes'],
  [
    { kind: 'address' },
    { region: ['110000', '110100', '110105'], detail: '望京街 1 号' },
    '北京市朝阳区望京街 1 号',
    '北京市朝阳区望京街 1 号',
  ],
  [{ kind: 'richText' }, '<p>一<br>二</p>', '一 二', '一 二'],
  [{ kind: 'rows', columns }, [{ sku: 'A1', count: 2, state: 'a' }, { sku: 'B2' }], 'A1 2 甲；B2', 'A1 2 A; B2'],
  [{ kind: 'location' }, { longitude: 1.5, latitude: 2, name: null }, '1.5, 2', '1.5, 2'],
])('%j in words: %j', (given, value, zh, en) => {
  const said = (locale: string) => fieldText({ spec: spec(given) }, value, { ...wording, locale })
  expect([said('zh-CN'), said('en')]).toEqual([zh, en])
})
