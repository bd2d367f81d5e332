import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { issueToken, redeemToken } from '../../kernel/tokens.ts'
import { codeMinutes, followPurpose, issueCode, redeemCode, wayTo } from './index.ts'

let t: TestDesk
beforeAll(async () => {
  t = await testDesk()
})
afterAll(() => t.close())

const opened = (requester: object): Promise<Answer> =>
  t.does('ticket.open', { subject: 'x', body: 'x', channel: 'api', requester })

test('the settings begin as shipped, change as told, and say what changed', async () => {
  const before = await t.asks('portalSettings.get', {})
  expect(before).toMatchObject({
    surveyMoment: 'solved',
    badScore: 2,
    surveyDays: 30,
    followEnabled: true,
    linkDays: 90,
    allowed: ['portalSettings.update'],
  })
  const after = await t.does('portalSettings.update', { surveyMoment: 'closed', badScore: 3, version: before.version })
  expect(after).toMatchObject({ surveyMoment: 'closed', badScore: 3, version: before.version + 1 })
  expect(await t.does('portalSettings.update', { badScore: 3 })).toMatchObject({ version: before.version + 1 })
  const [told] = (await t.asks('audit.list', { type: 'portalSettings' })).items
  expect(told.text).toBe('系统 修改了客户门户：评价时机：处理完毕时 → 关闭时；差评分数线：2 → 3')
  await expect(t.does('portalSettings.update', { badScore: 1, version: before.version })).rejects.toMatchObject({
    status: 409,
    code: 'conflict',
  })
})

test.each([
  [{ badScore: 5 }, 'badScore'],
  [{ surveyDays: 0 }, 'surveyDays'],
  [{ linkDays: 366 }, 'linkDays'],
  [{ surveyMoment: 'never' }, 'surveyMoment'],
])('%j is refused at its field', async (input, path) => {
  await expect(t.does('portalSettings.update', input as object)).rejects.toMatchObject({
    status: 422,
    fields: [{ path }],
  })
})

describe('a code', () => {
  test('opens once, even for two who come at the same moment', async () => {
    const { id, number } = await opened({ email: 'once@example.cn' })
    const code = (await issueCode(t.desk.db, id, t.now())) ?? ''
    expect(code).toMatch(/^\d{6}$/)
    const tries = await Promise.all([1, 2, 3].map(() => redeemCode(t.desk.db, number, code, t.now())))
    expect(tries.filter(found => found === id)).toHaveLength(1)
  })

  test('is worth nothing for another ticket, after its time, and once there is a newer one', async () => {
    const [one, other] = [await opened({ email: 'one@example.cn' }), await opened({ email: 'other@example.cn' })]
    const first = (await issueCode(t.desk.db, one.id, t.now())) ?? ''
    expect(await redeemCode(t.desk.db, other.number, first, t.now())).toBeUndefined()
    const second = (await issueCode(t.desk.db, one.id, t.now())) ?? ''
    if (first !== second) expect(await redeemCode(t.desk.db, one.number, first, t.now())).toBeUndefined()
    const late = new Date(t.now().getTime() + codeMinutes * 60_000 + 1)
    expect(await redeemCode(t.desk.db, one.number, second, late)).toBeUndefined()
    expect(await redeemCode(t.desk.db, one.number, second, t.now())).toBe(one.id)
  })
})

test.each([
  ['mail before text messages', { email: 'both@example.cn', phone: '13800138301' }, ['email', 'sms'], 'email'],
  ['a text message where there is no mail', { phone: '13800138302' }, ['email', 'sms'], 'sms'],
  ['nothing, where the desk sends no text messages', { phone: '13800138303' }, ['email'], null],
  ['nothing, for a hidden number', { name: '赵女士', phone: '138****8304' }, ['email', 'sms'], null],
  ['nothing, for somebody known by an external id', { externalId: 'wx-1' }, ['email', 'sms'], null],
] as const)('the way to a customer: %s', async (_, requester, ways, expected) => {
  const { customerId } = await opened(requester)
  expect(await wayTo(t.desk.db, customerId, ways)).toBe(expected)
})

test('links are revoked for one ticket, by whoever handles it', async () => {
  const [one, other] = [await opened({ email: 'a@example.cn' }), await opened({ email: 'b@example.cn' })]
  const tokenOf = (subjectId: string) =>
    issueToken(t.desk.db, { purpose: followPurpose, subjectId, days: 1, now: t.now() })
  const [token, kept] = [await tokenOf(one.id), await tokenOf(other.id)]
  const nobody = { ...t.system, grants: { may: (name: string) => name === 'ticket.get', field: () => undefined } }
  await expect(t.does('ticket.revokeLinks', { ticketId: one.id }, nobody)).rejects.toMatchObject({ status: 403 })
  await t.does('ticket.revokeLinks', { ticketId: one.id })
  expect(await redeemToken(t.desk.db, followPurpose, token, t.now())).toBeUndefined()
  expect(await redeemToken(t.desk.db, followPurpose, kept, t.now())).toBe(other.id)
})
