import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answersOnly } from '../../../../test/answers-only.ts'
import { type Answer, type TestDesk, testDesk } from '../../../../test/desk.ts'
import { type TestHttp, testHttp } from '../../../../test/http.ts'
import { selectionOf } from '../asked.ts'
import { areMoreThan } from '../facts.ts'

let t: TestDesk
let http: TestHttp
let admin: string

beforeAll(async () => {
  t = await testDesk()
  http = await testHttp(t)
  admin = await http.administrator()
  await answersOnly(t)
  const service = await t.does('department.create', { name: '售后部', dispatch: 'claim' })
  const { id } = await t.does('agent.create', { employeeNo: 'CS001', name: '王芳', departmentIds: [service.id] })
  const wang = {
    ...t.system,
    actor: { kind: 'person' as const, id, name: '王芳' },
    me: { id, departments: [service.id] },
  }
  for (const subject of ['=1+1', '洗衣机异响', '要发票']) {
    const ticket = await t.does('ticket.open', { subject, body: '请帮忙', departmentId: service.id })
    await t.does('ticket.claim', { ticketId: ticket.id }, wang)
    t.turn(90_000)
    await t.does('ticket.reply', { ticketId: ticket.id, body: '好的', thenStatus: 'solved' }, wang)
  }
  await t.drained()
})
afterAll(async () => {
  await http.app.close()
  await t.close()
})

const days = { from: '2026-11-20', to: '2026-11-22' }
const fetched = (url: string, token: string) =>
  http.app.inject({ method: 'GET', url, headers: token ? { authorization: `Bearer ${token}` } : {} })

async function sheets(input: object, token = admin) {
  const { status, body } = await http.post('figures.export', input, { token })
  expect(status, JSON.stringify(body)).toBe(200)
  const file = await fetched(body.url, token)
  expect(file.statusCode, file.body.slice(0, 300)).toBe(200)
  return { name: body.name, file, ...(await readXlsx(file.rawPayload)) }
}
const column = (rows: readonly (readonly unknown[])[], header: string) =>
  rows.slice(1).map(row => row[rows[0]?.indexOf(header) ?? -1])

test('the report: overview, over time, apart', async () => {
  const { name, file, sheets: made } = await sheets({ ...days, compare: 'previous' })
  expect(name).toBe('工单统计_2026-11-20_2026-11-22.xlsx')
  expect(file.headers['content-disposition']).toContain(encodeURIComponent(name))
  expect(made.map(sheet => sheet.name)).toEqual(['概览', '走势', '按部门'])
  const [overview, series, apart] = made.map(sheet => sheet.rows)
  const line = (label: string) => overview?.find(row => row[0] === label)?.slice(1)
  expect(line('新建工单')).toEqual([3, 0])
  expect(line('人工派单占比')?.[0]).toBe(0)
  expect(line('满意度')?.[0] ?? null).toBeNull()
  expect(column(series ?? [], '新建工单')).toEqual([0, 0, 3])
  expect(apart?.map(row => row.slice(0, 3))).toEqual([
    ['部门', '新建工单', '处理完毕'],
    ['售后部', 3, 3],
    ['合计', 3, 3],
  ])
})

test('promises: all together, each target of which anything is known, and apart by policy alone', async () => {
  const [overview, series, apart] = (await sheets({ ...days, by: 'policy' })).sheets.map(sheet => sheet.rows)
  const line = (label: string) => overview?.find(row => row[0] === label)?.slice(1)
  expect(line('达标率')).toEqual([1])
  expect(line('达标率（分母）')).toEqual([3])
  expect(line('首次响应：达标率')).toEqual([1])
  expect(line('首次响应：超时次数')).toEqual([0])
  expect(line('解决：达标率')).toBeUndefined()
  expect(column(series ?? [], '首次响应：达标次数')).toEqual([0, 0, 3])
  expect(apart?.[0]?.slice(0, 4)).toEqual(['时限策略', '达标率', '达标率（分子）', '达标率（分母）'])
  expect(apart?.slice(1).map(row => row.slice(0, 4))).toEqual([
    ['标准响应', 1, 3, 3],
    ['合计', 1, 3, 3],
  ])
  const where = { field: 'target', op: 'is', value: 'response' }
  const facts = (await sheets({ ...days, figure: 'kept', where })).sheets[3]?.rows ?? []
  expect(column(facts, '说明')).toEqual(['首次响应', '首次响应', '首次响应'])
  expect(column(facts, '时限策略')).toEqual(['标准响应', '标准响应', '标准响应'])
})

test('a number’s facts as a sheet more, a subject that looks like a formula as text', async () => {
  const { sheets: made } = await sheets({ ...days, figure: 'handling' })
  const facts = made[3]
  expect(facts?.name).toBe('明细')
  expect(column(facts?.rows ?? [], '标题')).toEqual(['要发票', '洗衣机异响', '=1+1'])
  expect(new Set(column(facts?.rows ?? [], '处理人'))).toEqual(new Set(['王芳']))
})

test('an address passed on opens nothing', async () => {
  const { body } = await http.post('figures.export', days, { token: admin })
  expect((await fetched(body.url, '')).statusCode).toBe(401)
  const agent = await http.person({ employeeNo: 'CS002', roles: ['agent'] })
  expect((await fetched(body.url, agent.token)).json()).toMatchObject({ status: 403 })
  expect((await http.post('figures.export', days, { token: agent.token })).status).toBe(403)
})

test('in English for who reads English', async () => {
  const answer = await http.post('figures.export', days, { token: admin, headers: { 'accept-language': 'en' } })
  expect(answer.body.name).toBe('Ticket statistics_2026-11-20_2026-11-22.xlsx')
})

test.each([
  ['nothing', ''],
  ['no base64', '?ask=***'],
  ['no object', `?ask=${Buffer.from('[1]').toString('base64url')}`],
  ['no days', `?ask=${Buffer.from('{}').toString('base64url')}`],
  ['days in the wrong order', `?ask=${Buffer.from('{"from":"2026-02-02","to":"2026-02-01"}').toString('base64url')}`],
])('a broken address, %s, is told as such', async (_what, query) => {
  const answer = await fetched(`/api/v1/figures.xlsx${query}`, admin)
  expect(answer.json() as Answer).toMatchObject({ status: 422 })
})

test('a number that counted more than a sheet holds is told so before', async () => {
  const reading = await t.desk.reading(t.system)
  const everything = selectionOf(reading, 'figures.export', undefined)
  expect(await areMoreThan(reading, 'created', days, everything, 2)).toBe(true)
  expect(await areMoreThan(reading, 'created', days, everything, 3)).toBe(false)
  expect(await areMoreThan(reading, 'backlog', days, everything, 0)).toBe(false)
})

test('apart by a field of the desk’s own, and what was counted with its value then', async () => {
  const options = [
    { key: 'tb', name: '淘宝' },
    { key: 'jd', name: '京东' },
  ]
  await t.does('field.create', { key: 'platform', name: '平台', spec: { kind: 'choice', options }, reported: true })
  const { id } = await t.does('ticket.open', { subject: '少件', body: '请帮忙', fields: { platform: 'tb' } })
  await t.does('ticket.update', { ticketId: id, fields: { platform: 'jd' } })
  await t.drained()
  const { sheets: made } = await sheets({ ...days, by: 'fields.platform', figure: 'created' })
  expect(made.map(sheet => sheet.name)).toEqual(['概览', '走势', '按平台', '明细'])
  expect(made[2]?.rows.map(row => row.slice(0, 2))).toEqual([
    ['平台', '新建工单'],
    ['未填写', 3],
    ['京东', 0],
    ['淘宝', 1],
    ['合计', 4],
  ])
  const facts = made[3]?.rows ?? []
  expect(column(facts, '标题')[0]).toBe('少件')
  expect(column(facts, '平台').map(cell => cell ?? '')).toEqual(['淘宝', '', '', ''])
})

test('apart by several answers, with a word on why the groups come to more than the total', async () => {
  const options = [
    { key: 'motor', name: '电机' },
    { key: 'belt', name: '皮带' },
  ]
  await t.does('field.create', { key: 'parts', name: '配件', spec: { kind: 'choices', options }, reported: true })
  await t.does('ticket.open', { subject: '配件', body: '请帮忙', fields: { parts: ['belt', 'motor'] } })
  await t.drained()
  const rows = (await sheets({ ...days, by: 'fields.parts', figure: 'created' })).sheets.map(sheet => sheet.rows)
  expect(rows[2]?.map(row => row.slice(0, 2))).toEqual([
    ['配件', '新建工单'],
    ['未填写', 4],
    ['电机', 1],
    ['皮带', 1],
    ['合计', 5],
    ['合计按工单计，多选按选项各计一次', null],
  ])
  expect(column(rows[3] ?? [], '配件')[0]).toBe('电机、皮带')
})
