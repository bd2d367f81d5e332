import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { ReadSent } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { type TestHttp, testHttp } from '../../../test/http.ts'
import { rowsOf, tableFiles } from '../../../test/table-files.ts'
import { until } from '../../../test/until.ts'
import type { Caller } from '../../kernel/caller.ts'
import { openTable, type ReadCell } from '../../kernel/tables/index.ts'
import { inSheets } from '../../records/exports/file.ts'
import { storeFile } from '../../records/files/index.ts'
import { callersOf } from '../../records/jobs/callers.ts'
import { callerFor } from '../../records/sessions/index.ts'
import { ticketFile } from '../../records/tickets/index.ts'

let t: TestDesk
let http: TestHttp
let files: Awaited<ReturnType<typeof tableFiles>>
let stop: () => Promise<void>
let chief: Awaited<ReturnType<TestHttp['person']>>
let service: string
let customer: Answer

beforeAll(async () => {
  t = await testDesk()
  http = await testHttp(t)
  files = await tableFiles()
  stop = t.desk.jobs.work(callersOf(t.desk))
  service = (await t.does('department.create', { name: '售后部', dispatch: 'claim' })).id
  chief = await http.person({ employeeNo: 'S1', roles: ['supervisor'], departmentIds: [service] })
  const fields = [
    { key: 'amount', name: '订单金额', spec: { kind: 'amount' } },
    { key: 'bought', name: '购买日期', spec: { kind: 'date' } },
    { key: 'visit', name: '上门时间', spec: { kind: 'time' } },
    {
      key: 'parts',
      name: '配件',
      spec: {
        kind: 'choices',
        options: [
          { key: 'a', name: '电机' },
          { key: 'b', name: '皮带' },
        ],
      },
    },
    { key: 'buyer', name: '购买人', spec: { kind: 'customer' } },
    { key: 'seller', name: '销售', spec: { kind: 'person' } },
    { key: 'home', name: '地址', spec: { kind: 'address' } },
    { key: 'out', name: '过保', spec: { kind: 'boolean' } },
  ] as const
  for (const field of fields) await t.does('field.create', field as never)
  customer = await t.does('customer.create', { name: '李雷', phones: ['13800138000'] })
})
afterAll(async () => {
  await stop()
  await http.app.close()
  await files.remove()
  await t.close()
})

const plain = (cell: ReadCell | undefined): unknown => {
  if (cell === null || cell === undefined) return null
  return 'number' in cell ? cell.number : Object.values(cell)[0]
}

async function exported(input: ReadSent<'ticket.export'> = {}, token = chief.token) {
  const { status, body } = await http.post('ticket.export', input, { token })
  expect(status, JSON.stringify(body)).toBe(200)
  return { name: body.name, ...(await fetched(body.url, token)) }
}

async function fetched(url: string, token = chief.token) {
  const answer = await http.app.inject({
    method: 'GET',
    url,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  })
  if (answer.statusCode !== 200) return { status: answer.statusCode, file: '', head: [], rows: [], text: '' }
  const file = files.place('xlsx')
  await writeFile(file, answer.rawPayload)
  const [head, ...rows] = (await rowsOf(file)).map(({ cells }) => cells.map(plain))
  return { status: 200, file, head: head ?? [], rows, text: answer.body }
}
const open = (subject: string, more: object = {}) => t.does('ticket.open', { subject, departmentId: service, ...more })
const told = async (): Promise<Answer[]> => {
  const { items } = await t.asks('audit.list', { type: 'ticket.exported' })
  return items
}

describe('an export', () => {
  test('has every value in its own type, names and not ids, and text that is no formula', async () => {
    await open('=1+1', {
      body: '漏水\n第二行',
      requester: { name: '李雷', phone: '13800138000' },
      urgency: 'urgent',
      tags: ['返修', 'VIP'],
      fields: {
        amount: 1234.5,
        bought: '2026-11-01',
        visit: '2026-11-22T01:30:00Z',
        parts: ['a', 'b'],
        buyer: customer.id,
        seller: chief.id,
        home: { region: ['440000', '440300', '440305'], detail: '科技园路 1 号' },
        out: true,
      },
    })
    const columns = [
      'number',
      'subject',
      'body',
      'status',
      'urgency',
      'departmentId',
      'assigneeId',
      'customer.name',
      'customer.phone',
      'tags',
      'channel',
      'createdAt',
      'solvedAt',
      'messageCount',
      'fields.amount',
      'fields.bought',
      'fields.visit',
      'fields.parts',
      'fields.buyer',
      'fields.seller',
      'fields.home',
      'fields.out',
    ]
    const { name, head, rows } = await exported({ columns, view: 'public.all' })
    expect(name).toBe('全部工单_2026-11-22.xlsx')
    expect(head).toEqual([
      '工单编号',
      '标题',
      '诉求内容',
      '状态',
      '紧急程度',
      '处理部门',
      '处理人',
      '客户姓名',
      '客户电话',
      '标签',
      '渠道',
      '创建时间',
      '处理完毕时间',
      '消息数',
      '订单金额',
      '购买日期',
      '上门时间',
      '配件',
      '购买人',
      '销售',
      '地址',
      '过保',
    ])
    expect(rows).toEqual([
      [
        expect.stringMatching(/^G/),
        '=1+1',
        '漏水\n第二行',
        '未分派',
        '紧急',
        '售后部',
        null,
        '李雷',
        '+8613800138000',
        '返修、VIP',
        '接口',
        '2026-11-22T10:00:00',
        null,
        1,
        1234.5,
        '2026-11-01',
        '2026-11-22T09:30:00',
        '电机、皮带',
        `李雷 (${customer.number})`,
        'S1',
        '广东省深圳市南山区科技园路 1 号',
        '是',
      ],
    ])
    const csv = await http.post(
      'ticket.export',
      { columns: ['subject', 'fields.amount', 'fields.visit', 'body'], format: 'csv' },
      { token: chief.token },
    )
    expect(csv.body.name).toBe('工单_2026-11-22.csv')
    const answer = await http.app.inject({
      method: 'GET',
      url: csv.body.url,
      headers: { authorization: `Bearer ${chief.token}` },
    })
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.body).toBe(
      `\ufeff标题,订单金额,上门时间,诉求内容\r\n'=1+1,1234.5,2026-11-22 09:30:00,"漏水\n第二行"\r\n`,
    )
  })

  test('is of a view, a condition, words or named tickets, and of what one may see', async () => {
    const a = await open('冰箱漏水', { urgency: 'critical' })
    await open('空调不冷')
    await t.drained()
    const subjects = async (input: ReadSent<'ticket.export'>) =>
      (await exported({ columns: ['subject'], ...input })).rows.flat()
    expect(await subjects({})).toEqual(['空调不冷', '冰箱漏水', '=1+1'])
    expect(await subjects({ where: { field: 'urgency', op: 'is', value: 'critical' } })).toEqual(['冰箱漏水'])
    expect(await subjects({ text: '漏水' })).toEqual(['冰箱漏水', '=1+1'])
    expect(await subjects({ ticketIds: [a.id] })).toEqual(['冰箱漏水'])
    const shop = (await t.does('department.create', { name: '门店部' })).id
    const role = await t.does('role.create', {
      name: '门店主管',
      grants: {
        'ticket.get': { field: 'departmentId', op: 'is', value: shop },
        'ticket.list': { field: 'departmentId', op: 'is', value: shop },
        'ticket.export': true,
      },
      fields: { customerId: 'hidden', 'fields.amount': 'hidden' },
    })
    const keeper = await http.person({ employeeNo: 'K1', roleIds: [role.id], departmentIds: [shop] })
    await open('门店的', { departmentId: shop, fields: { amount: 1 } })
    const own = await exported({}, keeper.token)
    expect(own.rows.map(row => row[1])).toEqual(['门店的'])
    expect(own.head).not.toContain('订单金额')
    expect(own.head).not.toContain('客户电话')
    expect(own.head).toContain('购买日期')
    const named = await http.post(
      'ticket.export',
      { columns: ['subject', 'fields.amount', 'nothing', 'body'] },
      { token: keeper.token },
    )
    expect(named.body.fields.map(({ path, code }: Answer) => [path, code])).toEqual([
      ['columns.1', 'export.column'],
      ['columns.2', 'export.column'],
      ['columns.3', 'export.column'],
    ])
    const there = (await http.post('export.columns', {}, { token: keeper.token })).body.columns
    expect(there.map(({ id }: Answer) => id)).not.toContain('fields.amount')
    expect(there.find(({ id }: Answer) => id === 'fields.bought')).toEqual({
      id: 'fields.bought',
      name: '购买日期',
      usual: true,
    })
  })

  test('stands in the order of the list: the named one, else the view’s', async () => {
    const stamp = `顺序${Date.now()}`
    const where = { field: 'subject', op: 'startsWith', value: stamp }
    const made: string[] = []
    for (const [name, amount] of [
      ['乙', 5],
      ['甲', 70],
      ['丙', null],
      ['丁', 6],
    ] as const)
      made.push((await open(`${stamp}${name}`, { fields: amount === null ? {} : { amount } })).id)
    const view = await t.does(
      'view.create',
      { name: stamp, where, order: [{ field: 'fields.amount', direction: 'desc' }] },
      await callerFor(t.desk, chief.id),
    )
    const last = async (input: ReadSent<'ticket.export'>) =>
      (await exported({ columns: ['subject'], ...input })).rows.flat().map(subject => String(subject).at(-1))
    expect(await last({ view: view.id })).toEqual(['甲', '丁', '乙', '丙'])
    const asked: ReadSent<'ticket.list'>[] = [
      { view: view.id },
      { view: view.id, order: [{ field: 'fields.amount' }] },
      { where, order: [{ field: 'subject', direction: 'desc' }] },
      { where },
    ]
    for (const input of asked) {
      const { items } = await t.asks('ticket.list', input, await callerFor(t.desk, chief.id))
      expect(await last(input), JSON.stringify(input)).toEqual(items.map(({ subject }: Answer) => subject.at(-1)))
    }
    expect(await last({ ticketIds: made, order: [{ field: 'fields.amount' }] })).toEqual(['乙', '丁', '甲', '丙'])
    const wrong = await http.post('ticket.export', { order: [{ field: 'tags' }] }, { token: chief.token })
    expect(wrong.body.fields).toMatchObject([{ path: 'order.0.field', code: 'order.field' }])
  })

  test('has not what left sight after it was asked for', async () => {
    const [own, other] = await Promise.all(
      ['看得见部', '看不见部'].map(name => t.does('department.create', { name, dispatch: 'claim' })),
    )
    const at = { field: 'departmentId', op: 'is', value: own.id } as const
    const caller: Caller = {
      ...(await callerFor(t.desk, chief.id)),
      grants: { may: () => at, field: () => undefined },
    }
    const names = Array.from({ length: 4 }, (_, n) => `第${n}张`)
    const made: Answer[] = []
    for (const subject of names) made.push(await open(subject, { departmentId: own.id }))
    const file = await ticketFile(await t.desk.reading(caller), {
      columns: ['subject'],
      format: 'csv',
      order: [{ field: 'subject', direction: 'asc' }],
    })
    await t.does('ticket.transfer', { ticketId: made[2].id, departmentId: other.id, reason: '不归这里' })
    expect((await text(file.bytes)).split('\r\n').slice(1, -1)).toEqual(['第0张', '第1张', '第3张'])
    expect([file.count(), file.isWhole()]).toEqual([3, true])
  })

  test('of a view with columns has these', async () => {
    const view = await t.does(
      'view.create',
      { name: '我的', where: { all: [] }, columns: ['urgency', 'customerId', 'fields.amount', 'subject'] },
      await callerFor(t.desk, chief.id),
    )
    expect((await exported({ view: view.id })).head).toEqual(['工单编号', '标题', '紧急程度', '客户姓名', '订单金额'])
  })

  test('an address passed on opens nothing, and a broken one is told as such', async () => {
    const { body } = await http.post('ticket.export', {}, { token: chief.token })
    expect((await fetched(body.url, '')).status).toBe(401)
    const agent = await http.person({ employeeNo: 'A1', roles: ['agent'] })
    expect((await fetched(body.url, agent.token)).status).toBe(403)
    expect((await http.post('ticket.export', {}, { token: agent.token })).status).toBe(403)
    expect((await http.post('export.columns', {}, { token: agent.token })).status).toBe(403)
    for (const query of ['', '?ask=***', `?ask=${Buffer.from('{"view":7}').toString('base64url')}`])
      expect((await fetched(`/api/v1/tickets.xlsx${query}`)).status).toBe(422)
    const wrong = await http.post(
      'ticket.export',
      { where: { field: 'nothing', op: 'is', value: 1 } },
      { token: chief.token },
    )
    expect(wrong.status).toBe(422)
    expect((await http.post('ticket.export', { view: 'nobody.has' }, { token: chief.token })).status).toBe(404)
  })

  test('is told in the audit: who, how many, in which form', async () => {
    const before = { told: (await told()).length, count: (await exported({ columns: ['subject'] })).rows.length }
    await until(async () => (await told()).length > before.told, 5000)
    before.told++
    await exported({ columns: ['subject'], view: 'public.all' })
    await until(async () => (await told()).length > before.told, 5000)
    const [newest] = await told()
    expect(newest).toMatchObject({
      actor: { kind: 'person', id: chief.id },
      payload: { format: 'xlsx', view: 'public.all', whole: true },
    })
    expect(newest.text).toBe(`S1 导出了 ${newest.payload.count} 张工单（Excel）`)
    expect(newest.payload.count).toBe(before.count)
  })

  test('goes on in the next sheet where one is full', async () => {
    async function* numbers() {
      for (let n = 0; n < 7; n++) yield n
    }
    const sheets = inSheets(numbers(), 3, 3)
    const taken: number[][] = []
    for (const sheet of sheets) {
      taken.push([])
      for await (const n of sheet) taken.at(-1)?.push(n)
    }
    expect(taken).toEqual([[0, 1, 2], [3, 4, 5], [6]])
  })
})

describe('an import', () => {
  const caller = () => callerFor(t.desk, chief.id)
  const upload = async (file: string, name: string) =>
    (await storeFile(t.desk, { name, bytes: createReadStream(file), by: await caller() })).id
  async function run(fileId: string, more: object = {}): Promise<Answer> {
    const preview = (await http.post('import.preview', { fileId }, { token: chief.token })).body
    const mapping = preview.columns.flatMap(({ column, suggested }: Answer) =>
      suggested ? [{ column, field: suggested }] : [],
    )
    const { status, body } = await http.post(
      'ticket.import',
      { fileId, headerRow: preview.headerRow, mapping, key: preview.suggestedKey, ...more },
      { token: chief.token },
    )
    expect(status, JSON.stringify(body)).toBe(200)
    t.desk.jobs.wake()
    await until(async () => (await t.asks('job.get', { id: body.id })).endedAt !== null, 15_000)
    return (await http.post('job.get', { id: body.id }, { token: chief.token })).body
  }

  test('reads what an export has written: nothing is lost on the way', async () => {
    const columns = [
      'subject',
      'body',
      'urgency',
      'departmentId',
      'customer.name',
      'customer.phone',
      'tags',
      'channel',
      'submittedAt',
      'fields.amount',
      'fields.bought',
      'fields.visit',
      'fields.parts',
      'fields.buyer',
      'fields.seller',
      'fields.home',
      'fields.out',
    ]
    for (const format of ['xlsx', 'csv'] as const) {
      const { file } = await exported({ columns, where: { field: 'subject', op: 'contains', value: '=1+1' }, format })
      const job = await run(await upload(file, `tickets.${format}`))
      const [row] = (await t.asks('job.rows', { jobId: job.id })).items
      expect(row, format).toMatchObject({ state: 'ok' })
      const made = await t.asks('ticket.get', { id: row.ticketId })
      expect(made).toMatchObject({
        subject: '=1+1',
        urgency: 'urgent',
        departmentId: service,
        customerId: customer.id,
        tags: ['返修', 'VIP'],
        submittedAt: '2026-11-22T02:00:00.000Z',
        fields: {
          amount: 1234.5,
          bought: '2026-11-01',
          visit: '2026-11-22T01:30:00.000Z',
          parts: ['a', 'b'],
          buyer: customer.id,
          seller: chief.id,
          home: { region: ['440000', '440300', '440305'], detail: '科技园路 1 号' },
          out: true,
        },
      })
      await t.does('ticket.update', { ticketId: made.id, subject: '读回来的' })
    }
  })

  test('hands back the rows that failed, with the reasons, to be mended', async () => {
    const file = await files.text(
      '登记表\n原编号,标题,处理人,购买日期,备忘\nF1,一,S1,2026-01-02,a\nF2,,王方,05.06.2026,b\nF3,三,,,c\n',
    )
    const job = await run(await upload(file, '登记.csv'))
    expect(job).toMatchObject({ ok: 2, failed: 1, allowed: ['import.failed'] })
    const { body } = await http.post('import.failed', { jobId: job.id }, { token: chief.token })
    expect(body.name).toBe('未导入的行_登记.xlsx')
    const failed = await fetched(body.url)
    expect(failed.head).toEqual(['原编号', '标题', '处理人', '购买日期', '备忘', '未导入的原因'])
    expect(failed.rows).toEqual([
      [
        'F2',
        null,
        '王方',
        '05.06.2026',
        'b',
        '标题：必填；处理人：没有名为“王方”的人员；购买日期：“05.06.2026”分不清月和日，请写成 2026-11-22 这样',
      ],
    ])
    const again = await run(await upload(failed.file, body.name))
    expect(again).toMatchObject({ ok: 0, failed: 1 })
    const agent = await http.person({ employeeNo: 'A2', roles: ['agent'] })
    expect((await http.post('import.failed', { jobId: job.id }, { token: agent.token })).status).toBe(404)
    expect((await fetched(body.url, agent.token)).status).toBe(404)
    const whole = await run(await upload(await files.text('标题\n一\n'), 'a.csv'))
    expect((await http.post('import.failed', { jobId: whole.id }, { token: chief.token })).body).toMatchObject({
      status: 409,
      code: 'import.nothingFailed',
    })
  })

  test('has a file to fill in, whose own example can be imported', async () => {
    const { body } = await http.post('import.template', {}, { token: chief.token })
    expect(body.name).toMatch(/^导入模板_.*\.xlsx$/)
    const blank = await fetched(body.url)
    expect(blank.head.slice(0, 4)).toEqual(['原编号', '标题', '诉求内容', '客户姓名'])
    const table = await openTable(blank.file, 'x')
    expect(table.sheets.map(({ name }) => name)).toEqual(['工单', '填写说明'])
    const help = []
    for await (const row of table.rows(1)) help.push(row.cells.map(plain))
    await table.close()
    expect(help[0]).toEqual(['列', '必填', '怎么填', '示例'])
    expect(help).toContainEqual(['标题', '是', '一句话，最多 200 字', '洗衣机脱水时异响'])
    expect(help).toContainEqual(['紧急程度', null, '只能填：一般、紧急、特急', '特急'])
    const job = await run(await upload(blank.file, body.name), { dryRun: true })
    expect(job).toMatchObject({ ok: 1, failed: 0 })
  })
})
