import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { type RobotPeer, type RobotPeerKind, robotSecret, startRobotPeer } from '../../../test/robot-peer.ts'
import { found, until } from '../../../test/until.ts'
import { newId } from '../../kernel/ids.ts'
import { readNetwork } from '../../kernel/outgoing/index.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import { modules } from '../../modules.ts'
import { robotSender } from './sender.ts'

const outgoingAllow = [readNetwork('127.0.0.1')].filter(network => network !== undefined)
let t: TestDesk
let peer: RobotPeer
let stop: () => Promise<void>
beforeAll(async () => {
  peer = await startRobotPeer()
  t = await testDesk({ realTime: true, config: { outgoingAllow, publicUrl: 'https://desk.example' } })
  await t.does('settings.update', { deskName: '晨光电器' })
  stop = t.desk.outbox.start()
})
afterAll(async () => {
  await stop()
  await t.close()
  await peer.close()
})

const add = (kind: RobotPeerKind, more: Record<string, unknown> = {}): Promise<Answer> =>
  t.does('robot.create', {
    kind,
    name: `${kind} 群`,
    settings: kind === 'wecom' ? {} : { keyword: '工单' },
    secrets: { webhook: peer.webhook(kind), ...(kind !== 'wecom' && { secret: robotSecret }) },
    ...more,
  })
const robotOf = async (id: string): Promise<Answer> =>
  (await t.asks('robot.list', { archived: true })).items.find((robot: Answer) => robot.id === id)
const said = (id: string, holds: (last: Answer) => boolean) =>
  found(async () => {
    const { last } = await robotOf(id)
    return last && holds(last) ? last : undefined
  })
const settled = (id: string) => said(id, ({ status }) => status !== 'queued' && status !== 'sending')

describe.each(['wecom', 'dingtalk', 'feishu'] as const)('a robot of %s', kind => {
  test('is tried, and the platform takes what it says', async () => {
    const robot = await add(kind)
    expect(robot).toMatchObject({ kind, last: null, allowed: ['robot.update', 'robot.archive', 'robot.test'] })
    await t.does('robot.test', { robotId: robot.id })
    expect(await settled(robot.id)).toMatchObject({ status: 'sent', error: null })
    const message = await peer.message(taken => taken.kind === kind)
    expect(JSON.stringify(message.body)).toContain('晨光电器')
    expect(JSON.stringify(message.body)).toContain('https://desk.example')
    const { items } = await t.asks('delivery.list', {})
    expect(items).toContainEqual(
      expect.objectContaining({
        channel: 'robot',
        purpose: 'test',
        recipient: `${kind} 群`,
        status: 'sent',
        ticketId: null,
      }),
    )
  })
})

test('a wrong secret is a clear refusal, and once mended the same message goes', async () => {
  const robot = await add('feishu', { secrets: { webhook: peer.webhook('feishu'), secret: 'wrong' } })
  await t.does('robot.test', { robotId: robot.id })
  expect((await settled(robot.id)).error).toMatch(/^对方拒收（19021 sign match fail/)
  await t.does('robot.update', { robotId: robot.id, secrets: { secret: robotSecret } })
  const [dead] = (await t.asks('delivery.list', { status: ['failed'] })).items
  expect(dead).toMatchObject({ recipient: 'feishu 群', allowed: ['delivery.retry'] })
  await t.does('delivery.retry', { deliveryId: dead.id })
  expect(await said(robot.id, ({ status }) => status === 'sent')).toMatchObject({ error: null })
})

test('what nobody can tell is not sent again by itself', async () => {
  const robot = await add('wecom')
  peer.answer({ cut: true })
  const before = peer.knocks
  await t.does('robot.test', { robotId: robot.id })
  expect(await settled(robot.id)).toMatchObject({ status: 'unknown', error: expect.stringContaining('不确定') })
  expect(peer.knocks).toBe(before + 1)
})

test.each([
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'failed', '对方要求转到别的地址'],
  ['a page instead of an answer', { body: '<html>' }, 'unknown', '无法识别'],
  ['gone', { status: 404, body: '' }, 'failed', 'HTTP 404'],
  ['a gateway in trouble', { status: 502, body: '' }, 'unknown', 'HTTP 502'],
  ['no such robot', { body: { errcode: 93000, errmsg: 'invalid webhook url' } }, 'failed', '93000'],
])('%s', async (_name, odd, status, words) => {
  const robot = await add('wecom')
  peer.answer(odd)
  await t.does('robot.test', { robotId: robot.id })
  expect(await settled(robot.id)).toMatchObject({ status, error: expect.stringContaining(words) })
})

test('whom the platform finds too fast rests, and the delivery waits in sight', async () => {
  const robot = await add('dingtalk')
  peer.answer({ body: { errcode: 130101, errmsg: 'send too fast' } })
  await t.does('robot.test', { robotId: robot.id })
  await said(robot.id, ({ status, error }) => status === 'queued' && error?.includes('130101'))
  const row = await t.desk.db
    .selectFrom('deliveries')
    .selectAll()
    .where('target_id', '=', robot.id)
    .executeTakeFirstOrThrow()
  expect(row.attempts).toBe(1)
  expect((row.next_at?.getTime() ?? 0) - row.updated_at.getTime()).toBeGreaterThan(500_000)
  // The next one is not even tried.
  await t.does('robot.test', { robotId: robot.id })
  await said(robot.id, ({ error }) => error === '达到频率上限，正在排队')
})

test('no more leave in a second than Feishu takes, and all arrive', async () => {
  const robot = await add('feishu', { name: '频率' })
  for (let n = 0; n < 7; n++) await t.does('robot.test', { robotId: robot.id })
  const rows = () =>
    t.desk.db.selectFrom('deliveries').select(['status', 'attempts']).where('target_id', '=', robot.id).execute()
  await until(async () => (await rows()).filter(({ status }) => status === 'sent').length === 7, 15_000)
  expect(await rows()).toEqual(Array(7).fill({ status: 'sent', attempts: 1 }))
  const { recent } = await t.desk.db
    .selectFrom('paces')
    .selectAll()
    .where('key', '=', `robot:${robot.id}`)
    .executeTakeFirstOrThrow()
  for (let at = 5; at < recent.length; at++)
    expect((recent[at] ?? 0) - (recent[at - 5] ?? 0)).toBeGreaterThanOrEqual(1000)
})

test('who is out of order is asked again, and in the end it is a dead letter', async () => {
  const quick = modules.map(room =>
    room.name === 'robotMessages' ? { ...room, senders: [{ ...robotSender, pauses: [0.05, 0.05] }] } : room,
  )
  const own = await testDesk({ realTime: true, modules: quick, config: { outgoingAllow } })
  const halt = own.desk.outbox.start()
  try {
    const { id } = await own.does('robot.create', {
      kind: 'wecom',
      name: '值班群',
      secrets: { webhook: peer.webhook('wecom') },
    })
    // A hint makes the worker look before its poll does; that its delivery does not exist is no matter.
    const look = async () => {
      await inTransaction(own.desk, tx => own.desk.outbox.hint(tx, 'robot', [newId()]))
      return (await own.asks('delivery.list', {})).items[0]
    }
    peer.answer({ body: { errcode: -1, errmsg: 'system busy' } }, { body: { errcode: -1, errmsg: 'system busy' } })
    await own.does('robot.test', { robotId: id })
    const arrived = await found(async () => ((await look())?.status === 'sent' ? look() : undefined), 40_000)
    expect(arrived).toMatchObject({ attempts: 3, error: null })
    await own.desk.db.deleteFrom('deliveries').execute()
    peer.answer({ body: { errcode: -1 } }, { body: { errcode: -1 } }, { body: { errcode: -1 } })
    await own.does('robot.test', { robotId: id })
    const dead = await found(async () => ((await look())?.status === 'failed' ? look() : undefined), 40_000)
    expect(dead).toMatchObject({ attempts: 3, allowed: ['delivery.retry'] })
  } finally {
    await halt()
    await own.close()
  }
}, 120_000)

test('an archived robot says nothing, and its secrets are gone', async () => {
  const robot = await add('wecom')
  await t.does('robot.archive', { robotId: robot.id })
  await expect(t.does('robot.test', { robotId: robot.id })).rejects.toMatchObject({
    status: 409,
    code: 'robot.archived',
  })
  expect(await t.desk.secrets.of(robot.id)).toEqual({})
  expect(await robotOf(robot.id)).toMatchObject({ archived: true, secrets: {}, allowed: [] })
})

test('where the operator has not allowed it nothing goes', async () => {
  const robot = await add('wecom', { secrets: { webhook: 'http://169.254.169.254/latest?key=meta-data-secret' } })
  await t.does('robot.test', { robotId: robot.id })
  const { status, error } = await settled(robot.id)
  expect(status).toBe('failed')
  expect(error).toMatch(/目标地址在内网或本机.*169\.254\.169\.254/)
  expect(error).not.toContain('meta-data-secret')
})
