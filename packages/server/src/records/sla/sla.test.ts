import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.close())

const hour = 3600
const response = (seconds: number, calendarId: string | null = null) => ({
  target: 'response' as const,
  calendarId,
  seconds: { normal: seconds, urgent: seconds, critical: seconds },
})
const names = async (): Promise<string[]> =>
  (await desk.asks('slaPolicy.list', {})).items.map((policy: Answer) => policy.name)
const wrong = (promise: Promise<unknown>, path: string, code: string) =>
  expect(promise).rejects.toMatchObject({ status: 422, fields: [expect.objectContaining({ path, code })] })

test('two are shipped, the first of them in force', async () => {
  const { items } = await desk.asks('slaPolicy.list', {})
  expect(items.map(({ name, enabled, position }: Answer) => [name, enabled, position])).toEqual([
    ['标准响应', true, 1],
    ['两小时处理', false, 2],
  ])
  expect(items[0].targets).toEqual([
    {
      target: 'response',
      calendarId: null,
      seconds: { normal: 24 * hour, urgent: 4 * hour, critical: 2 * hour },
      pauseIn: [],
      lead: { share: 20 },
      ladder: [],
    },
    {
      target: 'progress',
      calendarId: null,
      seconds: { normal: 24 * hour, urgent: 24 * hour, critical: 24 * hour },
      pauseIn: [],
      lead: { share: 20 },
      ladder: [],
    },
  ])
})

test('are made, changed, moved and archived', async () => {
  const vip = await desk.does('slaPolicy.create', {
    name: 'VIP',
    where: { field: 'customer.level', op: 'is', value: 'VIP' },
    targets: [response(1800)],
  })
  expect(vip).toMatchObject({ position: 3, enabled: true, where: { field: 'customer.level', op: 'is', value: 'VIP' } })
  const first = await desk.does('slaPolicy.update', { slaPolicyId: vip.id, position: 1, version: 1 })
  expect(first).toMatchObject({ position: 1, allowed: ['slaPolicy.update', 'slaPolicy.archive'] })
  expect(await names()).toEqual(['VIP', '标准响应', '两小时处理'])
  await desk.does('slaPolicy.update', { slaPolicyId: vip.id, position: 900 })
  expect(await names()).toEqual(['标准响应', '两小时处理', 'VIP'])
  const changed = await desk.does('slaPolicy.update', {
    slaPolicyId: vip.id,
    where: null,
    name: '全部',
    enabled: false,
  })
  expect(changed).toMatchObject({ where: null, name: '全部', enabled: false, position: 3 })
  await desk.does('slaPolicy.archive', { slaPolicyId: vip.id })
  expect(await names()).toEqual(['标准响应', '两小时处理'])
  expect((await desk.asks('slaPolicy.list', { archived: true })).items).toHaveLength(3)
})

test('what makes no sense is refused by its place', async () => {
  const make = (more: object) =>
    desk.does('slaPolicy.create', { name: `错 ${Math.random()}`, targets: [response(60)], ...more })
  await wrong(make({ name: '标准响应' }), 'name', 'sla.name')
  await wrong(make({ targets: [response(60), response(120)] }), 'targets', 'sla.twice')
  await wrong(
    make({ targets: [response(60, '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff')] }),
    'targets.0.calendarId',
    'unknown_id',
  )
  await wrong(make({ where: { field: 'mood', op: 'is', value: 'bad' } }), 'where.field', 'condition.field')
  // A promise is nobody's own.
  await expect(make({ where: { field: 'assigneeId', op: 'is', value: '$me' } })).rejects.toMatchObject({ status: 422 })
  for (const targets of [[], [response(59)], [response(1e12)], [{ ...response(60), target: 'never' }]])
    await expect(make({ targets })).rejects.toMatchObject({ status: 422 })
  const calendar = await desk.does('calendar.create', { name: '停用的', timezone: 'Asia/Shanghai', week: null })
  await desk.does('calendar.archive', { calendarId: calendar.id })
  await wrong(make({ targets: [response(60, calendar.id)] }), 'targets.0.calendarId', 'archived')
})
