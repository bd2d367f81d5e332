import { expect, test } from 'vitest'
import { blocksOf, piecesOf } from './blocks.ts'

test('a text falls into headings, steps, points and paragraphs', () => {
  expect(blocksOf('先读这里\n\n## 步骤\n1. 一\n2. 二\n- 点\n<b>不是标记</b>')).toEqual([
    { block: 'paragraph', text: '先读这里' },
    { block: 'heading', text: '步骤' },
    { block: 'steps', items: ['一', '二'] },
    { block: 'points', items: ['点'] },
    { block: 'paragraph', text: '<b>不是标记</b>' },
  ])
})

test('a line falls into words, strong words and names', () => {
  expect(piecesOf('按 {key:mod k}，再点**{verb:ticket.claim}**')).toEqual([
    { text: '按 ' },
    { of: 'key', name: 'mod k' },
    { text: '，再点' },
    { strong: '{verb:ticket.claim}' },
  ])
  expect(piecesOf('{a}')).toEqual([{ text: '{a}' }])
})
