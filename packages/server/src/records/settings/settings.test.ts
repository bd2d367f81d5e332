import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/desk.ts'

let t: TestDesk
beforeAll(async () => {
  t = await testDesk()
})
afterAll(() => t.close())

test('settings begin as shipped, change as told, and say what changed', async () => {
  const before = await t.asks('settings.get', {})
  expect(before).toMatchObject({
    timezone: 'Asia/Shanghai',
    numberPrefix: 'G',
    autoCloseDays: 3,
    reopenDays: 0,
    acknowledge: true,
    formEnabled: true,
    loadWeights: { normal: 1, urgent: 1, critical: 2 },
    allowed: ['settings.update'],
  })
  const after = await t.does('settings.update', { deskName: '云尚客服', autoCloseDays: 0.5, version: before.version })
  expect(after).toMatchObject({
    deskName: '云尚客服',
    autoCloseDays: 0.5,
    numberPrefix: 'G',
    version: before.version + 1,
  })
  expect(await t.does('settings.update', { deskName: '云尚客服' })).toMatchObject({ version: before.version + 1 })
  const [told] = (await t.asks('audit.list', { type: 'settings' })).items
  expect(told.text).toBe('系统 修改了设置：名称：空 → 云尚客服；自动关闭天数：3 → 0.5')
})

test.each([
  ['a stale version', { deskName: '旧', version: 1 }, { status: 409, code: 'conflict' }],
  ['a zone that does not exist', { timezone: 'Mars/Olympus' }, { status: 422, fields: [{ path: 'timezone' }] }],
  [
    'a department that does not exist',
    { defaultDepartmentId: '018f0000-0000-7000-8000-000000000001' },
    { status: 422, fields: [{ path: 'defaultDepartmentId', code: 'unknown_id' }] },
  ],
  [
    'a weight below nothing',
    { loadWeights: { normal: -1, urgent: 1, critical: 1 } },
    { status: 422, fields: [{ path: 'loadWeights.normal' }] },
  ],
  ['a prefix in small letters', { numberPrefix: 'g' }, { status: 422, fields: [{ path: 'numberPrefix' }] }],
])('%s is refused', async (_, input, problem) => {
  await t.does('settings.update', { deskName: `${Math.random()}` })
  await expect(t.does('settings.update', input)).rejects.toMatchObject(problem)
})

test('the zone decides what people are told', async () => {
  expect(await t.does('settings.update', { timezone: 'Europe/Berlin' })).toMatchObject({ timezone: 'Europe/Berlin' })
})

test('two at once both stand', async () => {
  await Promise.all([t.does('settings.update', { numberPrefix: 'T' }), t.does('settings.update', { reopenDays: 7 })])
  expect(await t.asks('settings.get', {})).toMatchObject({ numberPrefix: 'T', reopenDays: 7 })
})
