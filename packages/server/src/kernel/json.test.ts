import { describe, expect, test } from 'vitest'
import { readJson } from './json.ts'

const read = (text: string) => readJson(Buffer.from(text))
const problem = (bytes: string | Uint8Array) => {
  try {
    return { read: readJson(typeof bytes === 'string' ? Buffer.from(bytes) : bytes) }
  } catch (error) {
    return error
  }
}

describe('a JSON object from outside', () => {
  test.each([
    ['nothing in it', '{}', {}],
    ['text as it is', '{"a":"\\" \\\\ \\u0041 字 😀 {\\"b\\":1}"}', { a: '" \\ A 字 😀 {"b":1}' }],
    ['a mark at the beginning', '\ufeff{"a":1}', { a: 1 }],
    ['white space', ' \r\n\t{ "a" : [ 1 , { "a" : 2 } ] } ', { a: [1, { a: 2 }] }],
    [
      'names that objects have',
      '{"constructor":1,"toString":{"prototype":1},"prototype":2}',
      { constructor: 1, toString: { prototype: 1 }, prototype: 2 },
    ],
    [
      'the same name in another object',
      '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
      { a: { a: 1 }, b: [{ a: 1 }, { a: 2 }] },
    ],
    ['a name as a value', '{"a":"__proto__","b":["a","a"]}', { a: '__proto__', b: ['a', 'a'] }],
    ['sixty-four levels', `${'{"a":'.repeat(63)}{}${'}'.repeat(63)}`, expect.anything()],
  ])('with %s is read', (_what, text, value) => {
    expect(read(text)).toEqual(value)
  })

  test.each([
    ['nothing', '', 'malformed'],
    ['half of one', '{"a":', 'malformed'],
    ['two', '{}{}', 'malformed'],
    ['an array', '[{}]', 'malformed'],
    ['text', '"{}"', 'malformed'],
    ['a number', '7', 'malformed'],
    ['null', 'null', 'malformed'],
    ['JavaScript', "{a:'b'}", 'malformed'],
    ['a comment', '{/* */}', 'malformed'],
    ['NaN', '{"a":NaN}', 'malformed'],
    ['a line break in text', '{"a":"b\nc"}', 'malformed'],
    ['a property twice', '{"a":1,"b":2,"a":3}', 'malformed.twice'],
    ['a property twice in two spellings', '{"ab":1,"\\u0061b":3}', 'malformed.twice'],
    ['a property twice, deep inside', '{"a":[{"b":{"c":"}","c":1}}]}', 'malformed.twice'],
    ['__proto__', '{"__proto__":{"isAdmin":true}}', 'malformed.name'],
    ['__proto__ in disguise', '{"a":{"\\u005f_proto__":1}}', 'malformed.name'],
    ['a prototype by its constructor', '{"a":{"constructor":{"prototype":{"isAdmin":true}}}}', 'malformed.name'],
    ['sixty-five levels', `${'{"a":'.repeat(64)}{}${'}'.repeat(64)}`, 'malformed.depth'],
    ['a bomb of arrays', `{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}`, 'malformed.depth'],
    ['an open bomb', '['.repeat(2_000_000), 'malformed.depth'],
    ['text without end', `{"${'a\\\\"'.repeat(3)}`, 'malformed'],
  ])('that is %s is refused', (_what, text, code) => {
    expect(problem(text)).toMatchObject({ status: 400, code })
  })

  test.each([
    ['latin-1', Buffer.from('{"a":"ü"}', 'latin1')],
    ['UTF-16', Buffer.from('{"a":1}', 'utf16le').swap16()],
    ['an overlong slash', Buffer.from([...Buffer.from('{"a":"'), 0xc0, 0xaf, ...Buffer.from('"}')])],
    ['a lone surrogate', Buffer.from([...Buffer.from('{"a":"'), 0xed, 0xa0, 0x80, ...Buffer.from('"}')])],
    ['half a character', Buffer.from([...Buffer.from('{"a":"'), 0xe5, 0xad, ...Buffer.from('"}')])],
    ['GBK', Buffer.from([...Buffer.from('{"a":"'), 0xb9, 0xa4, 0xb5, 0xa5, ...Buffer.from('"}')])],
  ])('in bytes that are %s is refused', (what, bytes) => {
    const code = what === 'UTF-16' ? /^malformed/ : /^malformed\.encoding$/
    expect(problem(bytes)).toMatchObject({ status: 400, code: expect.stringMatching(code) })
  })

  test('changes nothing about objects in general', () => {
    problem('{"__proto__":{"polluted":1}}')
    problem('{"constructor":{"prototype":{"polluted":1}}}')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('of two megabytes, full of escapes, is read in a moment', () => {
    const began = performance.now()
    read(JSON.stringify({ a: '\\"'.repeat(300_000), b: Array(50_000).fill('x') }))
    expect(performance.now() - began).toBeLessThan(1500)
  })
})
