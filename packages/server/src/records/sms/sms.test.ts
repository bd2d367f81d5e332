import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import { canText, smsAccounts, smsDraft } from './index.ts'

let t: TestDesk
beforeAll(async () => {
  t = await testDesk()
})
afterAll(() => t.close())

const aliyun = {
  provider: 'aliyun',
  name: '阿里云',
  settings: { accessKeyId: 'LTAI5t', signName: '晨光' },
  secrets: { accessKeySecret: 'a-very-secret-key-of-aliyun' },
  templates: { code: 'SMS_1' },
} as const
const gateway = { provider: 'gateway', name: '网关', settings: { url: 'https://sms.example/send' } } as const

const list = async (): Promise<Answer[]> => (await t.asks('smsAccount.list', {})).items
const picture = () => t.desk.configuration.current()
const about = { topicId: t0(), purpose: 'code', cause: { seq: 1, depth: 0 } as LoggedEvent }
function t0(): string {
  return '018f0000-0000-7000-8000-000000000001'
}
const words = { phone: '138 0013 8000', text: '验证码 123456', template: 'code', params: { code: '123456' } } as const

test('without an account nothing can be said, and a draft says so', async () => {
  expect(canText(await picture(), 'text')).toBe(false)
  expect(smsDraft(await picture(), words, about)).toMatchObject({ suppressed: 'delivery.noAccount' })
})

test('the first account is the default; another one takes its place; the default goes last', async () => {
  const first = await t.does('smsAccount.create', aliyun)
  expect(first).toMatchObject({
    isDefault: true,
    secrets: { accessKeySecret: { hint: 'iyun' } },
    callbacks: { report: expect.stringMatching(/^\/api\/public\/sms\/[0-9a-f-]{36}\/[\w-]{43}\/report$/) },
    allowed: ['smsAccount.update', 'smsAccount.test', 'smsAccount.archive'],
  })
  const second = await t.does('smsAccount.create', { ...gateway, isDefault: true })
  expect((await list()).map(account => account.isDefault)).toEqual([false, true])
  await expect(t.does('smsAccount.archive', { smsAccountId: second.id })).rejects.toMatchObject({
    code: 'smsAccount.lastDefault',
  })
  const crowd = [first, second, first].map(({ id }) =>
    t.does('smsAccount.update', { smsAccountId: id, isDefault: true }),
  )
  await Promise.all(crowd)
  expect((await list()).filter(account => account.isDefault)).toHaveLength(1)
  await t.does('smsAccount.update', { smsAccountId: second.id, isDefault: true })
  await t.does('smsAccount.archive', { smsAccountId: first.id })
  await t.does('smsAccount.archive', { smsAccountId: second.id })
  expect(await list()).toEqual([])
  expect(canText(await picture(), 'text')).toBe(false)
})

test('what can be said depends on the templates; a gateway says anything', async () => {
  const { id } = await t.does('smsAccount.create', aliyun)
  expect([
    canText(await picture(), 'code'),
    canText(await picture(), 'survey'),
    canText(await picture(), 'text'),
  ]).toEqual([true, false, false])
  expect(smsDraft(await picture(), { ...words, template: 'survey' }, about)).toMatchObject({
    suppressed: 'delivery.noTemplate',
  })
  await t.does('smsAccount.update', { smsAccountId: id, templates: { text: 'SMS_9' } })
  expect(canText(await picture(), 'survey')).toBe(true)
  const draft = smsDraft(await picture(), words, about)
  expect(draft).toMatchObject({
    channel: 'sms',
    recipient: '+8613800138000',
    targetId: id,
    request: { phone: '+8613800138000', text: '验证码 123456', template: 'code', params: { code: '123456' } },
  })
  expect(draft).not.toHaveProperty('suppressed')
  await t.does('smsAccount.create', { ...gateway, isDefault: true })
  expect(canText(await picture(), 'survey')).toBe(true)
})

test.each([null, '', '138****8000', '010-62345678 转 801', '不是号码'])('to %j nothing can be written', async phone => {
  expect(smsDraft(await picture(), { ...words, phone }, about)).toMatchObject({ suppressed: 'delivery.noPhone' })
})

test('changes are told, secrets never', async () => {
  const { id } = await t.does('smsAccount.create', aliyun)
  await t.does('smsAccount.update', {
    smsAccountId: id,
    settings: { signName: '晨光电器' },
    secrets: { accessKeySecret: 'another-very-secret-key' },
    templates: { code: null, survey: 'SMS_2' },
  })
  const [line] = (await t.asks('audit.list', { subjectId: id })).items
  expect(line.text).toBe(
    '系统 修改了短信账号 阿里云：短信签名：晨光 → 晨光电器；模板：code SMS_1 → survey SMS_2；AccessKey Secret：•••••• → ••••••',
  )
  expect(JSON.stringify(await t.desk.db.selectFrom('events').selectAll().execute())).not.toContain('very-secret')
  expect((await picture()).of(smsAccounts).byId(id)?.settings).toEqual({ accessKeyId: 'LTAI5t', signName: '晨光电器' })
})

test.each([
  [{ ...aliyun, secrets: {} }, 'secrets.accessKeySecret', 'required'],
  [{ ...aliyun, settings: { accessKeyId: 'LTAI' } }, 'settings.signName', 'required'],
  [{ ...aliyun, settings: { ...aliyun.settings, accessKeyId: 'a b' } }, 'settings.accessKeyId', 'format'],
  [{ ...aliyun, templates: { nonsense: 'SMS_1' } }, 'templates.nonsense', 'unknown_field'],
  [{ ...aliyun, templates: { code: 'SMS 1' } }, 'templates.code', 'format'],
  [{ ...gateway, settings: { url: 'sms.example' } }, 'settings.url', 'address'],
  [{ ...gateway, settings: { ...gateway.settings, textField: '1 2' } }, 'settings.textField', 'format'],
])('refuses %o at %s: %s', async (input, path, code) => {
  await expect(t.does('smsAccount.create', input as never)).rejects.toMatchObject({
    status: 422,
    fields: [{ path, code }],
  })
})

test('a test needs a number, and a template that the account has', async () => {
  const { id } = await t.does('smsAccount.create', { ...aliyun, templates: {} })
  await expect(t.does('smsAccount.test', { smsAccountId: id, phone: '13800138000' })).rejects.toMatchObject({
    code: 'smsAccount.noTemplate',
  })
  await t.does('smsAccount.update', { smsAccountId: id, templates: { code: 'SMS_1' } })
  await expect(
    t.does('smsAccount.test', { smsAccountId: id, phone: '13800138000', template: 'survey' }),
  ).rejects.toMatchObject({ code: 'smsAccount.noTemplate' })
  await expect(t.does('smsAccount.test', { smsAccountId: id, phone: '138****8000' })).rejects.toMatchObject({
    fields: [{ path: 'phone', code: 'phone.invalid' }],
  })
})
