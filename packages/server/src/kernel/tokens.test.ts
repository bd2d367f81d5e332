import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../test/desk.ts'
import { newId } from './ids.ts'
import { forgetOldTokens, issueToken, redeemToken, tokenPattern } from './tokens.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ following: false })
})
afterAll(() => desk.close())

const issue = (subjectId: string) =>
  issueToken(desk.desk.db, { purpose: 'reply', subjectId, days: 10, now: desk.now() })
const redeem = (token: string, purpose = 'reply', now = desk.now()) => redeemToken(desk.desk.db, purpose, token, now)

describe('a token', () => {
  test('leads to its subject in any case of letters, and only for its purpose', async () => {
    const subject = newId()
    const token = await issue(subject)
    expect(token).toMatch(tokenPattern)
    expect(await redeem(token)).toBe(subject)
    expect(await redeem(token.toUpperCase())).toBe(subject)
    expect(await redeem(token, 'survey')).toBeUndefined()
  })

  test('cannot be read out of the database', async () => {
    const token = await issue(newId())
    const rows = await desk.desk.db.selectFrom('tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token.slice(10))
  })

  test('is worth nothing when it is forged, expired or revoked', async () => {
    const token = await issue(newId())
    for (let at = 0; at < token.length; at++) {
      const forged = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1)
      expect(await redeem(forged)).toBeUndefined()
    }
    for (const odd of ['', 'x', token.slice(1), `${token}a`, `${token.slice(0, 25)}'`, '0'.repeat(26)])
      expect(await redeem(odd)).toBeUndefined()
    expect(await redeem(token, 'reply', new Date(desk.now().getTime() + 10 * 86_400_000))).toBeUndefined()
    await desk.desk.db.updateTable('tokens').set({ revoked_at: desk.now() }).execute()
    expect(await redeem(token)).toBeUndefined()
    await forgetOldTokens(desk.desk.db, new Date(desk.now().getTime() + 11 * 86_400_000))
    expect(await desk.desk.db.selectFrom('tokens').select('id').execute()).toEqual([])
  })
})
