import { describe, expect, test } from 'vitest'
import type { Db } from './db.ts'
import { gathered } from './gathered.ts'

/** Questions as they were sent, each sending answered when told to. */
function slowAsker() {
  const sent: { questions: readonly number[]; answer(): void; fail(): void }[] = []
  const ask = gathered(
    (_db, questions: readonly number[]) =>
      new Promise<number[]>((resolve, reject) => {
        sent.push({
          questions,
          answer: () => resolve(questions.map(question => question * 10)),
          fail: () => reject(new Error('gone')),
        })
      }),
  )
  return { sent, ask }
}
const [db, other] = [{}, {}] as [Db, Db]
const turn = () => new Promise(resolve => setImmediate(resolve))

describe('gathered questions', () => {
  test('the first goes at once, the rest together after it, each with its own answer', async () => {
    const { sent, ask } = slowAsker()
    const answers = [ask(db, 1), ask(db, 2), ask(db, 3)]
    expect(sent.map(({ questions }) => questions)).toEqual([[1]])
    sent[0]?.answer()
    await turn()
    expect(sent.map(({ questions }) => questions)).toEqual([[1], [2, 3]])
    sent[1]?.answer()
    expect(await Promise.all(answers)).toEqual([10, 20, 30])
  })

  test('none joins a query that was sent before it was asked', async () => {
    const { sent, ask } = slowAsker()
    const first = ask(db, 1)
    const again = ask(db, 1)
    sent[0]?.answer()
    expect(await first).toBe(10)
    expect(sent).toHaveLength(2)
    sent[1]?.answer()
    expect(await again).toBe(10)
  })

  test('a failure is told to those who asked, and the next are asked all the same', async () => {
    const { sent, ask } = slowAsker()
    const [first, second] = [ask(db, 1), ask(db, 2)]
    sent[0]?.fail()
    await expect(first).rejects.toThrow('gone')
    sent[1]?.answer()
    expect(await second).toBe(20)
  })

  test('every database has its own, and a hundred go at once at most', async () => {
    const { sent, ask } = slowAsker()
    void ask(db, 0)
    void ask(other, 0)
    expect(sent).toHaveLength(2)
    for (let n = 1; n <= 150; n++) void ask(db, n)
    sent[0]?.answer()
    await turn()
    expect(sent[2]?.questions).toHaveLength(100)
  })
})
