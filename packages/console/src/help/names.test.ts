import { describe, expect, test } from 'vitest'
import { keyLines } from '../frame/key-lines.ts'
import { places } from '../frame/places.ts'
import { settingsPages } from '../settings/pages.ts'
import { en } from '../words/en.ts'
import { zhCN } from '../words/zh-CN.ts'
import { blocksOf, piecesOf } from './blocks.ts'
import { found } from './names.ts'
import { helpKeys } from './pages.ts'
import { textsEn } from './texts-en.ts'
import { textsZhCN } from './texts-zh-CN.ts'

/** Every key that does something beside the verbs' own. */
const keys = new Set<string>([
  ...Object.values(keyLines).flatMap(lines => lines.map(([key]) => key)),
  ...places.map(place => `g ${place.keys}`),
])

/** Some words have a dot in their key: `verb.ticket.claim` is `claim` of nobody. */
function wordOf(words: object, path: string): unknown {
  const at = words as Record<string, unknown>
  if (typeof at[path] === 'string') return at[path]
  const dots = [...path.matchAll(/\./g)].map(({ index }) => index)
  for (const dot of dots) {
    const inner = at[path.slice(0, dot)]
    const word = typeof inner === 'object' && inner !== null ? wordOf(inner, path.slice(dot + 1)) : undefined
    if (typeof word === 'string') return word
  }
  return undefined
}

function wrongIn(text: string, words: object): string[] {
  const lines = blocksOf(text).flatMap(block => ('items' in block ? block.items : [block.text]))
  const pieces = lines.flatMap(piecesOf).flatMap(piece => ('strong' in piece ? piecesOf(piece.strong) : [piece]))
  return pieces.flatMap(piece => {
    if (!('of' in piece)) return []
    const said = `{${piece.of}:${piece.name}}`
    const name = found(piece.of, piece.name)
    if (!name) return [said]
    switch (name.is) {
      case 'word':
        return typeof wordOf(words, name.key) === 'string' ? [] : [said]
      case 'settings':
        return settingsPages.some(({ key }) => key === name.page) && wordOf(words, name.key) ? [] : [said]
      case 'keys':
        return piece.of === 'keyOf' || keys.has(name.keys) ? [] : [said]
      case 'help':
        return []
      default:
        return name satisfies never
    }
  })
}

describe.each([
  ['zh-CN', textsZhCN, zhCN],
  ['en', textsEn, en],
] as const)('help in %s', (_locale, texts, words) => {
  test.each(helpKeys)('%s names only what is on the screens', key => {
    const { title, text } = texts[key]
    expect(title).not.toBe('')
    expect(wrongIn(text, words)).toEqual([])
  })

  test.each(helpKeys)('%s says what to do, step by step', key => {
    const blocks = blocksOf(texts[key].text)
    expect(blocks.some(({ block }) => block === 'steps' || block === 'points')).toBe(true)
    const words = blocks.flatMap(block => ('items' in block ? block.items : [block.text])).flatMap(piecesOf)
    for (const piece of words) if ('text' in piece) expect(piece.text).not.toMatch(/[{}]|\*\*/)
  })
})

test('a name that is not on the screens is found', () => {
  expect(
    wrongIn('{verb:ticket.fly} {key:0} {settings:moon} {keyOf:ticket.fly} {word:new.titel} {help:none}', zhCN),
  ).toHaveLength(6)
})

test('both languages tell the same', () => {
  const shape = (text: string) => blocksOf(text).map(one => ('items' in one ? one.items.length : one.block))
  for (const key of helpKeys) expect([key, shape(textsEn[key].text)]).toEqual([key, shape(textsZhCN[key].text)])
})
