import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../test/desk.ts'
import { type Reply, type TestHttp, testHttp } from '../test/http.ts'
import { propertiesOf, type Shape, shapes, waysOf } from '../test/shapes.ts'

/** 无论送来什么,回答都是清楚的:哪一个字段、错在哪里;绝不是 5xx,绝不丢东西。所有动词和读取逐一过一遍。 */
let desk: TestDesk
let http: TestHttp
let token: string
let calls = 0

beforeAll(async () => {
  desk = await testDesk({ following: false })
  http = await testHttp(desk)
  token = await http.administrator()
})
afterAll(() => desk.close())

/** Every call from another address: signing in is limited for each. */
const post = (name: string, body: unknown) =>
  http.post(name, body, { token, ip: `198.51.${(calls >> 8) & 255}.${calls++ & 255}` })

const pathsOf = ({ body }: Reply): string[] => (body.fields ?? []).map(({ path }: { path: string }) => path)

/** A 422 as all are: it says which fields, why in a code, and why in words. */
function expectInvalid(reply: Reply, paths: readonly string[], what: string): void {
  expect([what, reply.status, reply.body.code]).toEqual([what, 422, 'invalid'])
  expect(reply.headers['content-type']).toMatch(/^application\/problem\+json\b/)
  const unnamed = paths.filter(path => !pathsOf(reply).some(named => named === path || named.startsWith(`${path}.`)))
  expect({ what, unnamed }).toEqual({ what, unnamed: [] })
  for (const field of reply.body.fields) {
    expect(field).toEqual({
      path: expect.any(String),
      code: expect.stringMatching(/^[a-zA-Z_.]+$/),
      detail: expect.any(String),
    })
    expect(field.detail).not.toBe(field.code)
  }
}

/** Sends bodies in which every property is wrong at once, until each has been wrong in every way. */
async function everyWay(
  name: string,
  shape: Shape,
  wrong: (inner: Shape) => readonly unknown[],
  at: readonly string[] = [],
): Promise<void> {
  const ways = Object.entries(shape.properties ?? {}).map(([property, inner]) => ({ property, values: wrong(inner) }))
  for (let n = 0; ways.some(({ values }) => values.length > n); n++) {
    const sent = ways.flatMap(({ property, values }) => (values.length > n ? [[property, values[n]] as const] : []))
    const body = at.reduceRight<unknown>((inner, property) => ({ [property]: inner }), Object.fromEntries(sent))
    const paths = sent.map(([property]) => [...at, property].join('.'))
    expectInvalid(await post(name, body), paths, JSON.stringify(body).slice(0, 300))
  }
  for (const [property, inner] of Object.entries(shape.properties ?? {}))
    await everyWay(name, inner, wrong, [...at, property])
}

describe.each(shapes)('$name', ({ name, shape }) => {
  const properties = propertiesOf(shape)
  test('names what it does not know and what it misses', async () => {
    expectInvalid(
      await post(name, { nonsense: 1, toString: 2, ['x'.repeat(5000)]: 3 }),
      ['nonsense', 'toString', ...(shape.required ?? [])],
      'stray',
    )
  })

  test.runIf(properties.length > 0)(
    'names every field of a wrong type, out of bounds, or such as no database takes',
    async () => {
      await everyWay(name, shape, ofAnotherType)
      await everyWay(name, shape, inner => waysOf(inner).flatMap(beyond))
    },
  )

  test.runIf(properties.some(({ shape: inner }) => isRead(inner)))(
    'takes no control characters, and nothing that turns the text around, where people will read it',
    async () => {
      await everyWay(name, shape, inner =>
        isRead(inner) ? ['a\u0007b', 'a\u001b[31mb', 'invoice\u202egpj.exe', '\u2066x', 'a\u007fb'] : [],
      )
    },
  )
})

function ofAnotherType(shape: Shape): unknown[] {
  const types = waysOf(shape).map(({ type }) => type)
  if (types.includes(undefined)) return []
  return [
    ...(types.includes('string') ? [] : ['text']),
    ...(types.includes('integer') || types.includes('number') ? [] : [7]),
    ...(types.includes('boolean') ? [] : [true]),
    ...(types.includes('array') ? [] : [[['x']]]),
    ...(types.includes('object') ? [] : [{ x: 1 }]),
    ...(types.includes('null') ? [] : [null]),
  ]
}

/** Values of the right type that must be refused all the same. */
function beyond(shape: Shape): unknown[] {
  switch (shape.type) {
    case 'string':
      return [
        'a\0b',
        'x\ud800y',
        '\udc00',
        ...(shape.maxLength ? ['x'.repeat(shape.maxLength + 1)] : []),
        ...(shape.enum || shape.format ? ['x', '', '\u202e'] : []),
      ]
    case 'integer':
      return [0.5, -1e15, 2 ** 60, 1e308]
    case 'number':
      return [-1e308, 1e308]
    case 'array':
      return [
        ...(shape.maxItems ? [Array(shape.maxItems + 1).fill('00000000-0000-4000-8000-000000000001')] : []),
        ...(shape.items?.type === 'string' ? [['a\0b'], ['\ud800'], [null]] : []),
      ]
    case 'object':
      return shape.properties ? [{ nonsense: 1 }] : [{ 'a\0b': 1 }, { a: 'x\0y' }, { '\ud800': 1 }]
    default:
      return []
  }
}

/** What is shown as it is. The others are hashed, compared, searched for, or sanitised first. */
const isRead = (shape: Shape): boolean =>
  waysOf(shape).some(
    ({ type, format, maxLength, enum: choice }) => type === 'string' && maxLength !== undefined && !format && !choice,
  ) && !unread.has(shape)

const unread = new Set(
  shapes.flatMap(({ shape }) =>
    propertiesOf(shape).flatMap(({ path, shape: inner }) =>
      /(^|\.)(\w*[pP]assword|cursor|text|html)$/.test(path) ? [inner] : [],
    ),
  ),
)
