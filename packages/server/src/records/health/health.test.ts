import os from 'node:os'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/desk.ts'
import { addHealth } from '../../kernel/health.ts'
import { newId } from '../../kernel/ids.ts'
import { announce } from '../../kernel/processes.ts'

vi.setConfig({ testTimeout: 90_000 })

let t: TestDesk
beforeAll(async () => {
  t = await testDesk()
})
afterAll(() => t.close())

const follower = 'email.write'

async function setAside(error: string): Promise<void> {
  await t.drained()
  await t.desk.pool.query(
    `insert into parked_events (follower, seq, topic_id, tries, error)
     select $1, seq, topic_id, 5, $2 from events where type = 'ticket.opened' order by seq limit 1`,
    [follower, error],
  )
}

test('tells where the desk stands, with its room and its processes', async () => {
  const leave = await announce(t.desk)
  const { rows } = await t.desk.pool.query('select id from processes')
  const health = await t.asks('health.get', {})
  expect(health.database).toMatchObject({ embedded: true, bytes: expect.any(Number) })
  expect(health.disk.freeBytes).toBeGreaterThan(0)
  expect(health.disk.totalBytes).toBeGreaterThanOrEqual(health.disk.freeBytes)
  expect(health.processes).toMatchObject(rows.map(({ id }: { id: string }) => ({ id, role: 'all', pid: process.pid })))
  await leave()
  expect((await t.asks('health.get', {})).processes).toEqual([])
})

test('who was killed here without a goodbye is forgotten at the next start', async () => {
  const gone = { role: 'all', version: '0', host: os.hostname(), started_at: t.now(), seen_at: t.now() }
  // No system hands out a number as high.
  await t.desk.db
    .insertInto('processes')
    .values({ ...gone, id: newId(), pid: 2 ** 31 - 1 })
    .execute()
  const leave = await announce(t.desk)
  const { processes } = await t.asks('health.get', {})
  expect(processes.map(({ pid }: { pid: number }) => pid)).toEqual([process.pid])
  await leave()
})

test('what a follower failed at is shown, and handled again on demand', async () => {
  await t.does('ticket.open', {
    subject: '打不开',
    body: '点了没反应',
    channel: 'phone',
    requester: { phone: '13800138000' },
  })
  await setAside('Error: the table was away')
  const before = await t.asks('health.get', {})
  expect(before.followers).toContainEqual(expect.objectContaining({ name: follower, parked: 1, replaying: false }))
  expect(before.parkedEvents).toMatchObject([
    { follower, type: 'ticket.opened', tries: 5, error: 'Error: the table was away' },
  ])
  const after = await t.does('health.replay', { follower })
  expect(after.followers).toBeInstanceOf(Array)
  await expect.poll(async () => (await t.asks('health.get', {})).parkedEvents, { timeout: 60_000 }).toEqual([])
  const [told] = (await t.asks('audit.list', { type: 'health.replayed' })).items
  expect(told.text).toBe('系统 让后台任务 email.write 重新处理 1 个搁置的事件')
})

test('who is not known, and who has nothing set aside, is refused in words', async () => {
  await expect(t.does('health.replay', { follower: 'nobody' })).rejects.toMatchObject({
    status: 422,
    fields: [{ path: 'follower', code: 'unknown_id' }],
  })
  await expect(t.does('health.replay', { follower: 'pooling' })).rejects.toMatchObject({
    status: 409,
    code: 'health.noneParked',
  })
})

test('the same numbers are told at /metrics', async () => {
  await setAside('Error: again')
  const app = Fastify()
  addHealth(
    app,
    t.desk,
    t.desk.modules.flatMap(room => room.gauges ?? []),
  )
  const { payload } = await app.inject('/metrics')
  for (const line of [
    /^baton_follower_lag_seconds\{follower="email\.write"\} \d/m,
    /^baton_parked_events\{follower="email\.write"\} 1$/m,
    /^baton_horizon_age_seconds \d/m,
    /^baton_timers_overdue \d/m,
    /^baton_deliveries\{status="failed"\} 0$/m,
    /^baton_mails\{outcome="quarantined"\} 0$/m,
    /^baton_database_bytes \d{6,}$/m,
    /^baton_data_disk_free_bytes \d/m,
  ])
    expect(payload).toMatch(line)
  await app.close()
})
