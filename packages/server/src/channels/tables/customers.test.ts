import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { ReadSent } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { type TestHttp, testHttp } from '../../../test/http.ts'
import { rowsOf, tableFiles } from '../../../test/table-files.ts'
import { until } from '../../../test/until.ts'
import { openTable, type ReadCell } from '../../kernel/tables/index.ts'
import { storeFile } from '../../records/files/index.ts'
import { callersOf } from '../../records/jobs/callers.ts'
import { callerFor } from '../../records/sessions/index.ts'

let t: TestDesk
let http: TestHttp
let files: Awaited<ReturnType<typeof tableFiles>>
let stop: () => Promise<void>
let chief: Awaited<ReturnType<TestHttp['person']>>

beforeAll(async () => {
  t = await testDesk()
  http = await testHttp(t)
  files = await tableFiles()
  stop = t.desk.jobs.work(callersOf(t.desk))
  chief = await http.person({ employeeNo: 'S1', roles: ['supervisor'] })
  await t.does('field.create', {
    of: 'customer',
    key: 'points',
    name: '积分',
    spec: { kind: 'number', decimals: 1 },
  } as never)
  await t.does('customer.create', {
    name: '=李雷',
    salutation: 'mr',
    company: '晨光商贸',
    level: 'VIP',
    phones: ['13800138111', '138****9999'],
    emails: ['lei@example.com'],
    externalId: '007',
    note: '第一行\n第二行',
    fields: { points: 12.5 },
  })
  await t.does('customer.create', { name: '韩梅', phones: ['13900139000'] })
  await t.does('customer.create', { name: '晨光店长', level: '金卡' })
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
const post = (name: string, body: object, token = chief.token) => http.post(name, body, { token })

async function fetched(url: string, token = chief.token) {
  const answer = await http.app.inject({
    method: 'GET',
    url,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  })
  if (answer.statusCode !== 200) return { status: answer.statusCode, file: '', head: [], rows: [], text: '' }
  const file = files.place('xlsx')
  await writeFile(file, answer.rawPayload)
  const [head = [], ...rows] = (await rowsOf(file)).map(({ cells }) => cells.map(plain))
  return { status: 200, file, head, rows, text: answer.body }
}
async function exported(input: ReadSent<'customer.export'> = {}, token = chief.token) {
  const { status, body } = await post('customer.export', input, token)
  expect(status, JSON.stringify(body)).toBe(200)
  return { name: body.name, ...(await fetched(body.url, token)) }
}
const told = async (): Promise<Answer[]> => (await t.asks('audit.list', { type: 'customer.exported' })).items

describe('an export of customers', () => {
  test('has every value in its own type, and text that is no formula', async () => {
    const { name, head, rows } = await exported()
    expect(name).toBe('客户_2026-11-22.xlsx')
    expect(head).toEqual([
      '客户编号',
      '外部编号',
      '姓名',
      '称呼',
      '电话',
      '邮箱',
      '单位',
      '等级',
      '备注',
      '创建时间',
      '积分',
    ])
    expect(rows[2]).toEqual([
      expect.stringMatching(/^C\d+$/),
      '007',
      '=李雷',
      '先生',
      '+8613800138111、138****9999',
      'lei@example.com',
      '晨光商贸',
      'VIP',
      '第一行\n第二行',
      '2026-11-22T10:00:00',
      12.5,
    ])
    expect(rows.map(row => row[2])).toEqual(['晨光店长', '韩梅', '=李雷'])
    const csv = await post('customer.export', {
      columns: ['name', 'phones', 'fields.points'],
      format: 'csv',
      text: '李雷',
    })
    expect(csv.body.name).toBe('客户_2026-11-22.csv')
    expect((await fetched(csv.body.url)).text).toBe(
      `\ufeff姓名,电话,积分\r\n'=李雷,'+8613800138111、138****9999,12.5\r\n`,
    )
  })

  test('is of those whom the list finds for the words', async () => {
    const names = async (text: string) => (await exported({ columns: ['name'], text })).rows.flat()
    expect(await names('13900139000')).toEqual(['韩梅'])
    expect(await names('1390013')).toEqual(['韩梅'])
    expect(await names('007')).toEqual(['=李雷'])
    // In the name of one, in the company of the other.
    expect(await names('晨光')).toEqual(['晨光店长', '=李雷'])
    expect(await names('没有的人')).toEqual([])
  })

  test('has no more than its person may see and read', async () => {
    const role = await t.does('role.create', {
      name: '外包',
      grants: {
        'customer.get': { field: 'level', op: 'is', value: 'VIP' },
        'customer.list': true,
        'customer.export': true,
      },
      fields: { 'customer.level': 'hidden', companyId: 'hidden', 'fields.points': 'hidden' },
    })
    const clerk = await http.person({ employeeNo: 'K1', roleIds: [role.id] })
    const own = await exported({}, clerk.token)
    expect(own.rows.map(row => row[2])).toEqual(['=李雷'])
    expect(own.head).not.toContain('等级')
    expect(own.head).not.toContain('单位')
    expect(own.head).not.toContain('积分')
    const named = await post('customer.export', { columns: ['name', 'level', 'fields.points', 'nothing'] }, clerk.token)
    expect(named.body.fields.map(({ path, code }: Answer) => [path, code])).toEqual([
      ['columns.1', 'export.column'],
      ['columns.2', 'export.column'],
      ['columns.3', 'export.column'],
    ])
    const there = (await post('export.columns', { of: 'customer' }, clerk.token)).body.columns
    expect(there.map(({ id }: Answer) => id)).not.toContain('level')
    expect(there.find(({ id }: Answer) => id === 'updatedAt')).toEqual({
      id: 'updatedAt',
      name: '更新时间',
      usual: false,
    })
    expect((await post('export.columns', {}, clerk.token)).status).toBe(403)
  })

  test('an address passed on opens nothing', async () => {
    const { body } = await post('customer.export', {})
    expect((await fetched(body.url, '')).status).toBe(401)
    const agent = await http.person({ employeeNo: 'A1', roles: ['agent'] })
    expect((await fetched(body.url, agent.token)).status).toBe(403)
    expect((await post('customer.export', {}, agent.token)).status).toBe(403)
  })

  test('is told in the audit: who, how many, in which form', async () => {
    await until(async () => (await told()).length > 0, 5000)
    const before = (await told()).length
    await exported({ columns: ['name'], text: '晨光' })
    await until(async () => (await told()).length > before, 5000)
    const [newest] = await told()
    expect(newest).toMatchObject({ actor: { id: chief.id }, payload: { count: 2, format: 'xlsx', whole: true } })
    expect(newest.text).toBe('S1 导出了 2 位客户（Excel）')
  })
})

describe('an import of customers', () => {
  const upload = async (file: string, name: string) =>
    (await storeFile(t.desk, { name, bytes: createReadStream(file), by: await callerFor(t.desk, chief.id) })).id
  async function run(fileId: string, more: object = {}): Promise<Answer> {
    const preview = (await post('import.preview', { of: 'customer', fileId })).body
    const mapping = preview.columns.flatMap(({ column, suggested }: Answer) =>
      suggested ? [{ column, field: suggested }] : [],
    )
    const { status, body } = await post('customer.import', { fileId, headerRow: preview.headerRow, mapping, ...more })
    expect(status, JSON.stringify(body)).toBe(200)
    t.desk.jobs.wake()
    await until(async () => (await t.asks('job.get', { id: body.id })).endedAt !== null, 15_000)
    return (await post('job.get', { id: body.id })).body
  }

  test('hands back the rows that failed, with the reasons, to be mended', async () => {
    const file = await files.text('姓名,电话,积分,备忘\n甲,13500135001,1,a\n,13500135002,x,b\n丙,12,,c\n')
    const job = await run(await upload(file, '名单.csv'))
    expect(job).toMatchObject({ ok: 1, failed: 2, allowed: ['import.failed'] })
    const { body } = await post('import.failed', { jobId: job.id })
    expect(body.name).toBe('未导入的行_名单.xlsx')
    const failed = await fetched(body.url)
    expect(failed.head).toEqual(['姓名', '电话', '积分', '备忘', '未导入的原因'])
    expect(failed.rows).toEqual([
      [null, '13500135002', 'x', 'b', '姓名：必填；积分：“x”不是数字'],
      ['丙', '12', null, 'c', '电话：不是有效的电话号码'],
    ])
  })

  test('has a file to fill in, whose own example can be imported', async () => {
    const { body } = await post('import.template', { of: 'customer' })
    expect(body.name).toBe('客户导入模板.xlsx')
    const blank = await fetched(body.url)
    expect(blank.head).toEqual(['外部编号', '姓名', '称呼', '电话', '邮箱', '单位', '等级', '备注', '积分'])
    const table = await openTable(blank.file, 'x')
    expect(table.sheets.map(({ name }) => name)).toEqual(['客户', '填写说明'])
    const help = []
    for await (const row of table.rows(1)) help.push(row.cells.map(plain))
    await table.close()
    expect(help).toContainEqual(['姓名', '是', '客户的姓名，最多 100 字', '李女士'])
    expect(help).toContainEqual(['称呼', null, '只能填：先生、女士', '女士'])
    const job = await run(await upload(blank.file, body.name), { dryRun: true })
    expect(job).toMatchObject({ ok: 1, failed: 0 })
  })
})
