import { describe, expect, test } from 'vitest'
import { ownPrefix, ownPrefixes, parseQuick, quickKeys, quickPrefixes, withoutPart } from './quick.ts'

const own = ownPrefixes([
  { key: 'orderNo', name: '订单号', nameEn: 'Order number' },
  { key: 'tag', name: '标签', nameEn: null },
])
const short = (text: string) =>
  parseQuick(text, own).map(part =>
    part.kind === 'word' ? part.text : `${part.kind === 'own' ? `own ${part.field}` : part.key}=${part.value}`,
  )

describe('a search is read as people type it', () => {
  test.each<[string, string[]]>([
    ['订单号:T2026 orderno："A 1"', ['own orderNo=T2026', 'own orderNo=A 1']],
    // Our own words come first.
    ['标签:加急', ['tag=加急']],
    ['洗衣机', ['洗衣机']],
    ['  洗衣机   异响 ', ['洗衣机', '异响']],
    ['洗衣机\u3000异响', ['洗衣机', '异响']],
    ['"脱水 异响" 李雷', ['脱水 异响', '李雷']],
    ['“脱水 异响”', ['脱水 异响']],
    ['「脱水 异响」x', ['脱水 异响', 'x']],
    ['"没有 关上', ['没有 关上']],
    ['""', []],
    ['', []],
    ['客户:李雷', ['customer=李雷']],
    ['客户:李雷', ['customer=李雷']],
    ['客户："李 雷" 状态:处理中', ['customer=李 雷', 'status=处理中']],
    ['STATUS:open', ['status=open']],
    ['Status：open', ['status=open']],
    ['緊急程度:特急', ['urgency=特急']],
    ['編號:G2026', ['number=G2026']],
    ['状态:', ['status=']],
    ['状态: 处理中', ['status=', '处理中']],
    ['10:30', ['10:30']],
    ['http://example.com', ['http://example.com']],
    [':', [':']],
    ['不认识:的', ['不认识:的']],
    ['constructor:x', ['constructor:x']],
    ['__proto__:x', ['__proto__:x']],
    ['创建:7d 标签:VIP', ['created=7d', 'tag=VIP']],
    ['a"b', ['a"b']],
    ['客户:李雷:王芳', ['customer=李雷:王芳']],
  ])('%j', (text, parts) => {
    expect(short(text)).toEqual(parts)
  })
})

describe('what one of the desk’s own fields is asked by', () => {
  const fields = [
    { key: 'orderNo', name: '订单号', nameEn: 'Order number' },
    { key: 'mark', name: '标签', nameEn: null },
    { key: 'shop', name: '门店', nameEn: null },
    { key: 'tag', name: '标签', nameEn: null },
    { key: 'oldShop', name: '门店', nameEn: null },
    { key: 'long', name: '这个字段的名称实在太长了长到没有人愿意在搜索里写', nameEn: null },
  ]
  const all = ownPrefixes(fields)
  test.each<[string, string | undefined]>([
    ['orderNo', '订单号'],
    // Its name is a word of ours.
    ['mark', 'mark'],
    ['tag', undefined],
    ['shop', '门店'],
    ['oldShop', 'oldShop'],
    ['long', 'long'],
  ])('%s: %s', (key, prefix) => {
    const names = fields.flatMap(field => (field.key === key ? [field.name] : []))
    expect(ownPrefix(names, key, all)).toBe(prefix)
  })

  test('not a name with a space', () => {
    expect(ownPrefix(['Order number', '订单号'], 'orderNo', all)).toBe('订单号')
  })

  test('of two with one name the first is meant', () => {
    expect(parseQuick('门店:东', all)).toMatchObject([{ kind: 'own', field: 'shop' }])
  })
})

test('each prefix means one thing', () => {
  const all = quickKeys.flatMap(key => Object.values(quickPrefixes[key]).flat())
  expect(new Set(all).size).toBe(all.length)
  for (const key of quickKeys)
    for (const prefix of Object.values(quickPrefixes[key]).flat()) expect(short(`${prefix}:x`)).toEqual([`${key}=x`])
})

test('a part knows where it stands, and can be taken away', () => {
  const text = '洗衣机 状态:"处理 中" 异响'
  const parts = parseQuick(text)
  expect(parts.map(({ at: [from, to] }) => text.slice(from, to))).toEqual(['洗衣机', '状态:"处理 中"', '异响'])
  expect(parts.map(part => withoutPart(text, part))).toEqual([
    '状态:"处理 中" 异响',
    '洗衣机 异响',
    '洗衣机 状态:"处理 中"',
  ])
})
