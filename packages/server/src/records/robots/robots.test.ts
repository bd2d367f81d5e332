import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { newId } from '../../kernel/ids.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import { robotDraft, robots } from './index.ts'

let t: TestDesk
beforeAll(async () => {
  t = await testDesk()
})
afterAll(() => t.close())

const webhook = 'https://open.feishu.cn/open-apis/bot/v2/hook/b0dcd6a1-secret-tail'
const feishu = { kind: 'feishu', name: '售后群', secrets: { webhook, secret: 'signing-secret-of-feishu' } } as const

test('keeps the secrets to itself: only that they are there, and their last letters', async () => {
  const made = await t.does('robot.create', { ...feishu, settings: { format: 'text', keyword: ' 工单 ' } })
  expect(made).toMatchObject({
    settings: { format: 'text', keyword: '工单' },
    secrets: { webhook: { hint: 'tail' }, secret: { hint: 'ishu' } },
  })
  await t.does('robot.update', { robotId: made.id, secrets: { secret: null, webhook: `${webhook}2` }, name: '售后' })
  const { items } = await t.asks('robot.list', {})
  expect(items).toMatchObject([{ name: '售后', secrets: { webhook: { hint: 'ail2' } }, version: 2 }])
  expect(items[0].secrets).not.toHaveProperty('secret')
  expect(await t.desk.secrets.of(made.id)).toEqual({ webhook: `${webhook}2` })
  const { items: history } = await t.asks('audit.list', { subjectId: made.id })
  expect(history.map((line: Answer) => line.text)).toEqual([
    '系统 修改了群机器人 售后群：名称：售后群 → 售后；Webhook 地址：•••••• → ••••••；签名密钥：•••••• → 空',
    '系统 添加了群机器人 售后群',
  ])
  const all = JSON.stringify([items, history, await t.desk.db.selectFrom('events').selectAll().execute()])
  expect(all).not.toContain('b0dcd6a1')
  expect(all).not.toContain('signing-secret')
})

test.each([
  [{ kind: 'feishu', secrets: {} }, 'secrets.webhook', 'required'],
  [{ kind: 'feishu', secrets: { webhook: 'not an address' } }, 'secrets.webhook', 'address'],
  [{ kind: 'feishu', secrets: { webhook: 'https://user:pw@open.feishu.cn/hook/1' } }, 'secrets.webhook', 'address'],
  [{ kind: 'feishu', secrets: { webhook: 'https://open.feishu.cn/' } }, 'secrets.webhook', 'robot.webhook'],
  [{ kind: 'wecom', secrets: { webhook } }, 'secrets.webhook', 'robot.webhook'],
  [
    { kind: 'dingtalk', secrets: { webhook: 'https://oapi.dingtalk.com/robot/send' } },
    'secrets.webhook',
    'robot.webhook',
  ],
  [{ kind: 'feishu', secrets: { webhook, nonsense: 'x' } }, 'secrets.nonsense', 'unknown_field'],
  [{ kind: 'feishu', secrets: { webhook }, settings: { format: 'html' } }, 'settings.format', 'choice'],
  [{ kind: 'feishu', secrets: { webhook }, settings: { webhook } }, 'settings.webhook', 'unknown_field'],
  [
    { kind: 'wecom', secrets: { webhook: 'https://a.cn/?key=1' }, settings: { keyword: 'x' } },
    'settings.keyword',
    'unknown_field',
  ],
  [{ kind: 'feishu', secrets: { webhook }, settings: { keyword: 'x'.repeat(21) } }, 'settings.keyword', 'too_big'],
  [{ kind: 'feishu', secrets: { webhook }, settings: { keyword: 'a\u0000b' } }, 'settings.keyword', 'text.control'],
])('refuses %o at %s: %s', async (input, path, code) => {
  const robot = { name: 'x', ...input } as never
  await expect(t.does('robot.create', robot)).rejects.toMatchObject({ status: 422, fields: [{ path, code }] })
})

test('a change that changes nothing writes nothing, and the webhook cannot be forgotten', async () => {
  const { id } = await t.does('robot.create', feishu)
  expect(await t.does('robot.update', { robotId: id, name: '售后群', settings: {} })).toMatchObject({ version: 1 })
  await expect(t.does('robot.update', { robotId: id, secrets: { webhook: null } })).rejects.toMatchObject({
    fields: [{ path: 'secrets.webhook', code: 'required' }],
  })
  await expect(t.does('robot.update', { robotId: id, name: 'y', version: 7 })).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(t.does('robot.update', { robotId: newId(), secrets: { webhook } })).rejects.toMatchObject({
    status: 404,
  })
})

test('the same key makes one robot, whatever the secret; its fingerprint knows nothing of it', async () => {
  const by = { caller: t.system, idempotencyKey: 'once' }
  const first = await t.does('robot.create', feishu, by)
  const again = await t.does('robot.create', { ...feishu, secrets: { webhook: `${webhook}9` } }, by)
  expect(again.id).toBe(first.id)
})

test('a draft goes through its robot, and says why when it cannot', async () => {
  const { id } = await t.does('robot.create', { ...feishu, name: '草稿' })
  const find = async () => {
    const robot = (await t.desk.configuration.current()).of(robots).byId(id)
    if (!robot) throw new Error('no robot')
    return robot
  }
  const cause = { seq: 1, depth: 0 } as LoggedEvent
  const about = { topicId: id, purpose: 'notice', cause }
  const words = { title: '新工单', text: '有 **1** 张' }
  expect(robotDraft(await find(), words, about)).toMatchObject({
    channel: 'robot',
    recipient: '草稿',
    targetId: id,
    request: { robotId: id, title: '新工单', text: '有 **1** 张', url: null },
  })
  await t.does('robot.archive', { robotId: id })
  expect(robotDraft(await find(), words, about)).toMatchObject({ suppressed: 'delivery.robotGone' })
})
