import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../src/kernel/caller.ts'
import { callerFor } from '../src/records/sessions/index.ts'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'

/** the customer expects us at a time; whoever has the ticket then is called. */
let t: TestDesk
let fang: Caller
let min: Caller
let chief: Caller
beforeAll(async () => {
  t = await testDesk()
  const roles = Object.fromEntries((await t.asks('role.list', {})).items.map(({ key, id }: Answer) => [key, id]))
  const agent = async (employeeNo: string, name: string, more: object = {}) =>
    (await t.does('agent.create', { employeeNo, name, roleIds: [roles.agent], ...more })).id
  const chiefId = await agent('P000', '主管')
  const department = await t.does('department.create', { name: '上门部', managerIds: [chiefId], dispatch: 'claim' })
  await t.does('settings.update', { defaultDepartmentId: department.id })
  const person = async (no: string, name: string) =>
    callerFor(t.desk, await agent(no, name, { departmentIds: [department.id] }))
  chief = await callerFor(t.desk, chiefId)
  fang = await person('P001', '王芳')
  min = await person('P002', '赵敏')
})
afterAll(() => t.close())

const hour = 3_600_000
const inHours = (hours: number): string => new Date(t.now().getTime() + hours * hour).toISOString()
const called = async (caller: Caller): Promise<string[]> => {
  await t.drained()
  const { items } = await t.asks('notification.list', {}, caller)
  return items.filter(({ kind }: Answer) => kind === 'appointment').map(({ subject }: Answer) => subject)
}
const pass = async (hours: number) => {
  t.turn(hours * hour)
  await t.sweep()
}

test('whoever has it when the time has come is called, once', async () => {
  const ticket = await t.does('ticket.open', {
    subject: '上门安装',
    assigneeId: fang.me.id as string,
    appointmentAt: inHours(2),
  })
  expect(ticket.appointmentAt).toBe(inHours(2))
  const mine = await t.asks('ticket.list', { view: 'mine.appointments' }, fang)
  expect(mine.items.map(({ subject }: Answer) => subject)).toEqual(['上门安装'])
  await t.does('ticket.transfer', { ticketId: ticket.id, assigneeId: min.me.id as string, reason: '顺路' })
  await pass(2)
  await pass(2)
  expect(await called(min)).toEqual(['上门安装'])
  expect(await called(fang)).toEqual([])
  const { items } = await t.asks('ticket.timeline', { id: ticket.id })
  expect(items[0].text).toContain('预约时间到了')
})

test('a moved appointment calls at its new time only, one that was taken back or is over not at all', async () => {
  const open = (subject: string) =>
    t.does('ticket.open', { subject, assigneeId: fang.me.id as string, appointmentAt: inHours(1) })
  const [moved, gone, solved] = [await open('改期'), await open('取消预约'), await open('已解决')]
  await t.does('ticket.update', { ticketId: moved.id, appointmentAt: inHours(5) })
  await t.does('ticket.update', { ticketId: gone.id, appointmentAt: null })
  await t.does('ticket.solve', { ticketId: solved.id, result: '电话里解决了' })
  await pass(2)
  expect(await called(fang)).toEqual([])
  await pass(4)
  expect(await called(fang)).toEqual(['改期'])
})

test('what nobody has is told to the managers, and what lies in the past calls nobody', async () => {
  await t.does('ticket.open', { subject: '没人接', appointmentAt: inHours(1) })
  await t.does('ticket.open', { subject: '补录', assigneeId: min.me.id as string, appointmentAt: inHours(-1) })
  await pass(1)
  expect(await called(chief)).toEqual(['没人接'])
  expect(await called(min)).toEqual(['上门安装'])
})
