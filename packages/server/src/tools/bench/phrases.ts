import { fold } from '@baton/contract'
import { addLexemes } from '../../records/search/index.ts'

/**
 * What the bench's customers write: pieces that SQL puts together by a ticket's number, so that a million tickets are
 * written in a minute, and whose lexemes are known beforehand. Between two pieces stands a comma, so no pair of
 * characters reaches over the seam.
 */
const products = ['洗衣机', '扫地机器人', '空调', '冰箱', '电视', '热水器', '油烟机', '微波炉', '净水器', '手机']
const troubles = [
  '脱水异响',
  '不制冷',
  '黑屏',
  '漏水',
  '打不开',
  '充不进电',
  '有异味',
  '发票写错',
  '没有收到货',
  '想退款',
]
const people = ['李雷', '韩梅', '王芳', '张伟', '刘洋', '陈静', '杨帆', '赵磊', '孙丽', '周杰']
export const englishWords = [
  'refund', 'invoice', 'warranty', 'broken', 'delivery', 'address', 'screen', 'battery', 'password', 'account',
  'charger', 'repair', 'replace', 'missing', 'urgent', 'express', 'package', 'wrong', 'colour', 'manual',
] // biome-ignore format: a list

export const subjects = products.flatMap(product => troubles.map(trouble => `${product}${trouble}`))
/** Two thousand sentences of characters in use; each stands in one ticket of some seven hundred. */
export const sentences = Array.from({ length: 2000 }, (_, n) => sentence(n))
export const names = people

/** The same for the same number: nothing of chance, so that two runs can be compared. */
function sentence(n: number): string {
  let seed = (n + 1) * 2_654_435_761
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  // Few characters are in most words: the square makes the first ones frequent.
  const character = () => String.fromCharCode(0x4e00 + Math.floor(next(1000) ** 2 / 60))
  return Array.from({ length: 14 + next(14) }, character).join('')
}

/** The lexemes of each piece as the source has them, for SQL: joined by spaces. */
export const lexemesOf = (pieces: readonly string[], mark: string): string[] =>
  pieces.map(piece => {
    const into = new Set<string>()
    addLexemes(fold(piece), mark, into)
    return [...into].join(' ')
  })
