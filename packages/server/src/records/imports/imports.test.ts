import { type VerbSent, wordIn } from '@baton/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { uploadSheet, uploadText } from '../../../test/import-files.ts'
import { until } from '../../../test/until.ts'
import type { Caller } from '../../kernel/caller.ts'
import { upkeep } from '../../kernel/upkeep.ts'
import type { Cell } from '../../kernel/workbook/index.ts'
import { sweepUploads } from '../files/index.ts'
import { callersOf } from '../jobs/callers.ts'
import { shippedRoles } from '../people/index.ts'
import { callerFor } from '../sessions/index.ts'

let t: TestDesk
let stop: () => Promise<void>
let chief: Caller
let agent: Caller
const ids = { after: '', shop: '', wang: '', wang2: '', zhao: '' }

beforeAll(async () => {
  t = await testDesk()
  stop = t.desk.jobs.work(callersOf(t.desk))
  ids.after = (await t.does('department.create', { name: '售后部', dispatch: 'claim' })).id
  ids.shop = (await t.does('department.create', { name: '门店部', parentId: ids.after, dispatch: 'claim' })).id
  const role = (key: string) => shippedRoles.find(one => one.key === key)?.id ?? ''
  const made = async (employeeNo: string, name: string, key: string, departmentId: string) =>
    (await t.does('agent.create', { employeeNo, name, roleIds: [role(key)], departmentIds: [departmentId] })).id
  const boss = await made('S1', '李主管', 'supervisor', ids.after)
  ids.wang = await made('CS001', '王芳', 'agent', ids.after)
  ids.wang2 = await made('CS002', '王芳', 'agent', ids.shop)
  ids.zhao = await made('CS003', '赵强', 'agent', ids.shop)
  const repair = await t.does('category.create', { name: '维修', departmentId: ids.after })
  await t.does('category.create', { name: '洗衣机', parentId: repair.id })
  await t.does('field.create', { key: 'amount', name: '订单金额', spec: { kind: 'amount' } })
  await t.does('field.create', { key: 'bought', name: '购买日期', spec: { kind: 'date' } })
  await t.does('field.create', { key: 'serial', name: '机身号', spec: { kind: 'text' }, unique: true })
  await t.does('field.create', { key: 'buyer', name: '购买人', spec: { kind: 'customer' } })
  chief = await callerFor(t.desk, boss)
  agent = await callerFor(t.desk, ids.wang)
})
afterAll(async () => {
  await stop()
  await t.close()
})

type Asked = Omit<VerbSent<'ticket.import'>, 'fileId' | 'mapping'>

/** Uploads, takes what is suggested, imports, and waits. */
async function imported(rows: readonly (readonly Cell[])[], asked: Asked = {}, by = chief): Promise<Answer> {
  return over(await begun(await uploadSheet(t, by, rows), asked, by))
}
async function begun(fileId: string, asked: Asked = {}, by = chief): Promise<Answer> {
  const preview = await t.asks('import.preview', { fileId }, by)
  const mapping = preview.columns.flatMap(({ column, suggested }: Answer) =>
    suggested ? [{ column, field: suggested }] : [],
  )
  return t.does('ticket.import', { fileId, headerRow: preview.headerRow, mapping, ...asked }, by)
}
async function over({ id }: Answer): Promise<Answer> {
  t.desk.jobs.wake()
  await until(async () => (await t.asks('job.get', { id })).endedAt !== null, 15_000)
  return t.asks('job.get', { id }, chief)
}
const rowsOf = async (jobId: string, caller = chief): Promise<Answer[]> =>
  (await t.asks('job.rows', { jobId, limit: 200 }, caller)).items
const told = async (jobId: string) =>
  (await rowsOf(jobId)).map(({ row, state, code, fields }) =>
    [
      row,
      state,
      ...(fields.length > 0 ? fields.map((one: Answer) => `${one.column}：${one.detail}`) : code ? [code] : []),
    ].join(' '),
  )
const ticketsIn = async (jobId: string): Promise<Answer[]> =>
  Promise.all(
    (await rowsOf(jobId)).flatMap(({ ticketId }) => (ticketId ? [t.asks('ticket.get', { id: ticketId })] : [])),
  )
const count = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from tickets`.execute(t.desk.db)).rows[0]?.n

const head = ['标题', '问题描述', '客户姓名', '联系电话', '分类', '紧急程度', '处理人', '订单金额', '购买日期', '标签']

describe('a file of tickets', () => {
  test('is previewed: headers, first rows, what its columns most likely are', async () => {
    const fileId = await uploadSheet(t, chief, [
      ['售后登记表'],
      [...head, '天气'],
      ['漏水', '一直漏', '李雷', 13800138000, '维修-洗衣机', '紧急', 'CS001', 12.5, '2026-11-01', '返修', '晴'],
    ])
    const preview = await t.asks('import.preview', { fileId }, chief)
    expect(preview).toMatchObject({ name: '工单.xlsx', kind: 'xlsx', headerRow: 2, rowCount: 1, isMore: false })
    expect(preview.columns.map(({ letter, header, suggested }: Answer) => [letter, header, suggested])).toEqual([
      ['A', '标题', 'subject'],
      ['B', '问题描述', 'body'],
      ['C', '客户姓名', 'customer.name'],
      ['D', '联系电话', 'customer.phone'],
      ['E', '分类', 'categoryId'],
      ['F', '紧急程度', 'urgency'],
      ['G', '处理人', 'assigneeId'],
      ['H', '订单金额', 'fields.amount'],
      ['I', '购买日期', 'fields.bought'],
      ['J', '标签', 'tags'],
      ['K', '天气', null],
    ])
    expect(preview.columns[3].samples).toEqual(['13800138000'])
    expect(preview.rows).toEqual([
      {
        n: 3,
        cells: [
          '漏水',
          '一直漏',
          '李雷',
          '13800138000',
          '维修-洗衣机',
          '紧急',
          'CS001',
          '12.5',
          '2026-11-01',
          '返修',
          '晴',
        ],
      },
    ])
    expect(preview.targets.find(({ field }: Answer) => field === 'subject')).toEqual({
      field: 'subject',
      name: '标题',
      required: true,
      unique: false,
    })
    expect(preview.targets.map(({ field }: Answer) => field)).toContain('fields.serial')
    const told = await t.asks('import.preview', { fileId, headerRow: 1 }, chief)
    expect(told).toMatchObject({ headerRow: 1, rowCount: 2 })
  })

  test('becomes tickets, each as the person could have opened it', async () => {
    const job = await imported([
      head,
      [
        '漏水',
        '一直漏\n从昨天起',
        '李雷',
        '138 0013 8000',
        '维修/洗衣机',
        '特急',
        'CS001',
        '￥1,234.50',
        '2026年11月1日',
        '返修、VIP',
      ],
      ['不转', '', '', '', '', '', '赵强', '', '', ''],
      ['没人管', '', '韩梅', '13900139000', '维修', 'urgent', '', 3, '2026/1/2', ''],
    ])
    expect(job).toMatchObject({
      kind: 'import',
      name: '导入：工单.xlsx',
      state: 'done',
      total: 3,
      ok: 3,
      failed: 0,
      undoable: false,
    })
    expect(job.file).toEqual({ name: '工单.xlsx', of: 'ticket', dryRun: false })
    const [first, second, third] = await ticketsIn(job.id)
    expect(first).toMatchObject({
      subject: '漏水',
      category: '维修-洗衣机',
      urgency: 'critical',
      status: 'assigned',
      channel: 'web',
      assignee: { id: ids.wang },
      department: { id: ids.after },
      customer: { name: '李雷', phones: ['+8613800138000'] },
      tags: ['返修', 'VIP'],
      fields: { amount: 1234.5, bought: '2026-11-01' },
      lastWords: expect.stringContaining('一直漏'),
    })
    expect(second).toMatchObject({ subject: '不转', assignee: { id: ids.zhao }, department: { id: ids.shop } })
    expect(third).toMatchObject({ department: { id: ids.after }, assigneeId: null, urgency: 'urgent' })
    const { items } = await t.asks('ticket.handovers', { id: first.id })
    expect(items[0]).toMatchObject({ mode: 'import', actor: { kind: 'person', id: chief.actor.id } })
    const timeline = await t.asks('ticket.timeline', { id: first.id })
    expect(timeline.items[0]).toMatchObject({ jobId: job.id, actor: { name: '李主管' } })
  })

  test('says of each row and column what is wrong, and the others go on', async () => {
    const job = await imported([
      head,
      ['', '没有标题', '', '', '', '', '', '', '', ''],
      ['一', '', '', '', '', '', '王方', '', '', ''],
      ['二', '', '', '', '', '', '王芳', '', '', ''],
      ['三', '', '', '12', '没有这类', '很急', '', 'x', '05.06.2026', ''],
      ['四', '', '', '', '', '', '', '', '', ''],
      [null, null, null, null, null, null, null, null, null, null],
      ['六', '', '', '', '', '', '', '1.234', '', ''],
    ])
    expect(job).toMatchObject({ ok: 1, failed: 5 })
    expect(await told(job.id)).toEqual([
      '2 failed 标题：必填',
      '3 failed 处理人：没有名为“王方”的人员',
      '4 failed 处理人：有几位人员都叫“王芳”，请写工号',
      '5 failed 联系电话：不是有效的电话号码 分类：没有“没有这类”这个分类 紧急程度：“很急”不是紧急程度，只能是 一般、紧急、特急 订单金额：“x”不是数字 购买日期：“05.06.2026”分不清月和日，请写成 2026-11-22 这样',
      '6 ok',
      '8 failed 订单金额：最多 2 位小数',
    ])
    expect((await rowsOf(job.id, { ...chief, locale: 'en' }))[1].fields).toEqual([
      { path: 'assigneeId', code: 'cell.unknown.agent', detail: 'Nobody here is called “王方”', column: '处理人' },
    ])
  })

  test('is tried first: the same words, and nothing written', async () => {
    const rows = [
      ['原编号', ...head],
      ['A1', '漏水', '', '新客户', '13700137000', '', '', '', '', '', ''],
      ['A2', '', '', '', '', '', '', '', '', '', ''],
      ['A1', '漏水', '', '', '', '', '', '', '', '', ''],
      ['A3', '超出', '', '', '12', '', '', '', '1.999', '', ''],
      ['', '没编号', '', '', '', '', '', '', '', '', ''],
    ]
    const before = await count()
    const tried = await imported(rows, { key: [1], dryRun: true })
    expect(tried).toMatchObject({ name: '试运行：工单.xlsx', ok: 1, failed: 3, skipped: 1, file: { dryRun: true } })
    expect(await count()).toBe(before)
    expect((await t.asks('customer.find', { text: '13700137000' })).items).toEqual([])
    const real = await imported(rows, { key: [1] })
    expect(await told(tried.id)).toEqual(await told(real.id))
    expect(await told(real.id)).toEqual([
      '2 ok',
      '3 failed 标题：必填',
      '4 skipped import.twice',
      '5 failed 联系电话：不是有效的电话号码 订单金额：最多 2 位小数',
      '6 failed 原编号：没有填写用来识别的编号',
    ])
    expect(await count()).toBe((before ?? 0) + 1)
  })
})

describe('a file that comes again', () => {
  const rows = [
    ['工单号', '标题', '紧急程度'],
    ['W1', '一', ''],
    ['W2', '二', ''],
  ]
  test('makes nothing twice, and leads to what was made', async () => {
    const first = await imported(rows, { key: [1] })
    expect(first).toMatchObject({ ok: 2 })
    const made = await ticketsIn(first.id)
    const again = await imported([...rows, ['W3', '三', '']], { key: [1] })
    expect(again).toMatchObject({ ok: 1, skipped: 2 })
    const known = await rowsOf(again.id)
    expect(known.map(({ number, code }) => [number, code]).slice(0, 2)).toEqual(
      made.map(({ number }) => [number, 'import.known']),
    )
    expect(known[0].detail).toBe('以前导入过，已跳过')
  })

  test('updates what was made where that is wished', async () => {
    const changed = [
      ['工单号', '标题', '紧急程度'],
      ['w1', '一', '特急'],
      ['Ｗ２', '二', ''],
    ]
    const job = await imported(changed, { key: [1], onKnown: 'update' })
    expect(await told(job.id)).toEqual(['2 ok', '3 skipped job.unchanged'])
    expect((await ticketsIn(job.id))[0]).toMatchObject({ subject: '一', urgency: 'critical' })
  })

  test('by a field of each ticket’s own, also those that no file brought', async () => {
    const { id } = await t.does('ticket.open', {
      subject: '手工建的',
      departmentId: ids.after,
      fields: { serial: 'SN-9' },
    })
    const sheet = [
      ['标题', '机身号'],
      ['再来', 'sn-9'],
      ['新的', 'SN-10'],
    ]
    const known = await imported(sheet, { key: [2] })
    expect(await told(known.id)).toEqual(['2 skipped import.known', '3 ok'])
    expect((await rowsOf(known.id))[0].ticketId).toBe(id)
    const unknown = await imported(sheet)
    expect(await told(unknown.id)).toEqual([
      '2 failed 机身号：已有记录使用了这个值',
      '3 failed 机身号：已有记录使用了这个值',
    ])
  })
})

test('a row that a dead worker had done is not done twice', async () => {
  const fileId = await uploadSheet(t, chief, [
    ['工单号', '标题'],
    ['X1', '一'],
  ])
  await stop()
  const job = await begun(fileId, { key: [1] })
  const lived = t.desk.jobs.work(callersOf(t.desk))
  await over(job)
  await lived()
  const before = await count()
  // As if the worker had died before it could write down what it had done, long enough ago for its key to be forgotten.
  await sql`update job_rows set state = 'waiting', subject_id = null where job_id = ${job.id}`.execute(t.desk.db)
  await sql`update jobs set state = 'waiting', ended_at = null, done = 0, ok = 0 where id = ${job.id}`.execute(
    t.desk.db,
  )
  await sql`delete from idempotency`.execute(t.desk.db)
  stop = t.desk.jobs.work(callersOf(t.desk))
  expect(await over(job)).toMatchObject({ ok: 1, done: 1 })
  expect(await count()).toBe(before)
})

test('a .csv, its columns and defaults told by hand; customers by number', async () => {
  const customer = await t.does('customer.create', { name: '老王', phones: ['13600136000'] })
  const fileId = await uploadText(t, chief, `什么,谁,买\n'=漏水,${customer.number},老王 (${customer.number})\n`)
  const job = await over(
    await t.does(
      'ticket.import',
      {
        fileId,
        mapping: [
          { column: 1, field: 'subject' },
          { column: 2, field: 'customer.number' },
          { column: 3, field: 'fields.buyer' },
        ],
        defaults: { departmentId: ids.shop, urgency: 'urgent', tags: ['导入'], channel: 'phone' },
      },
      chief,
    ),
  )
  expect((await ticketsIn(job.id))[0]).toMatchObject({
    subject: '=漏水',
    customerId: customer.id,
    fields: { buyer: customer.id },
    departmentId: ids.shop,
    urgency: 'urgent',
    channel: 'phone',
    tags: ['导入'],
  })
})

test('a file with the headers of a former one is mapped as that one was', async () => {
  const rows = [
    ['乙', '甲', '丙'],
    ['一', 'K1', 'x'],
  ]
  const fileId = await uploadSheet(t, chief, rows)
  const mapping = [
    { column: 1, field: 'subject' },
    { column: 2, field: 'fields.orderNo' },
  ]
  await over(await t.does('ticket.import', { fileId, mapping, key: [2], dryRun: true }, chief))
  const again = await uploadSheet(
    t,
    chief,
    rows.map(row => [...row, '原因']),
  )
  const preview = await t.asks('import.preview', { fileId: again }, chief)
  expect(preview.columns.map(({ suggested }: Answer) => suggested)).toEqual(['subject', 'fields.orderNo', null, null])
  expect(preview.suggestedKey).toEqual([2])
  const others = await uploadSheet(t, chief, [
    ['乙', '丙'],
    ['一', 'x'],
  ])
  expect((await t.asks('import.preview', { fileId: others }, chief)).columns[0].suggested).toBeNull()
})

test('is for those who may, with files of their own; what is wrong with the mapping is told at once', async () => {
  const fileId = await uploadSheet(t, chief, [['标题'], ['一']])
  const mapping = [{ column: 1, field: 'subject' }]
  await expect(t.does('ticket.import', { fileId, mapping }, agent)).rejects.toMatchObject({ status: 403 })
  await expect(t.asks('import.preview', { fileId }, agent)).rejects.toMatchObject({ status: 403 })
  const other = await callerFor(
    t.desk,
    (await t.does('agent.create', { employeeNo: 'S2', name: '乙', roleIds: [shippedRoles[1]?.id ?? ''] })).id,
  )
  const theirs = { status: 422, fields: [{ path: 'fileId', code: 'import.file' }] }
  await expect(t.does('ticket.import', { fileId, mapping }, other)).rejects.toMatchObject(theirs)
  await expect(t.asks('import.preview', { fileId }, other)).rejects.toMatchObject(theirs)
  const wrong = async (input: Partial<VerbSent<'ticket.import'>>) =>
    t
      .does('ticket.import', { fileId, mapping, ...input }, chief)
      .catch(({ fields }) => fields.map(({ path, code }: Answer) => `${path} ${code}`))
  expect(await wrong({ mapping: [{ column: 1, field: 'fields.nothing' }] })).toEqual([
    'mapping.0.field import.noField',
    'mapping import.noSubject',
  ])
  expect(await wrong({ mapping: [...mapping, { column: 2, field: 'subject' }] })).toEqual([
    'mapping.1.field import.fieldTwice',
  ])
  expect(await wrong({ mapping: [...mapping, { column: 1, field: 'body' }] })).toEqual([
    'mapping.1.column import.columnTwice',
  ])
  expect(await wrong({ defaults: { departmentId: fileId } })).toEqual(['defaults.departmentId unknown_id'])
  await expect(t.does('ticket.import', { fileId, mapping, sheet: 3 }, chief)).rejects.toMatchObject({
    code: 'import.sheet',
  })
  const words = await uploadText(t, chief, '<html><table>', 'a.xlsx')
  await expect(t.asks('import.preview', { fileId: words }, chief)).rejects.toMatchObject({
    status: 422,
    code: 'table.format',
  })
})

test('a file with nothing beneath its headers, and one that is gone, end the job with the reason', async () => {
  const empty = await imported([['标题'], []], {})
  expect(empty).toMatchObject({ state: 'failed', code: 'import.empty', detail: '“工单.xlsx”的表头下面没有内容' })
})

test('its file is kept as long as the job, and no longer', async () => {
  const fileId = await uploadSheet(t, chief, [['标题'], ['一']])
  const job = await over(await begun(fileId, { dryRun: true }))
  t.turn(10 * 86_400_000)
  await sweepUploads(t.desk)
  const here = async () => (await t.desk.db.selectFrom('files').select('id').where('id', '=', fileId).execute()).length
  expect(await here()).toBe(1)
  t.turn(30 * 86_400_000)
  await upkeep(t.desk)
  await expect(t.asks('job.get', { id: job.id })).rejects.toMatchObject({ status: 404 })
  await sweepUploads(t.desk)
  expect(await here()).toBe(0)
})

test('every header that we write is known again', async () => {
  const { suggestedMapping } = await import('@baton/contract')
  const { ticketTargets } = await import('./tickets/targets.ts')
  const targets = ticketTargets(await t.desk.reading(chief))
  for (const locale of ['zh-CN', 'en'])
    for (const { field } of targets.filter(({ own }) => !own))
      expect(suggestedMapping([wordIn(locale, 'fileColumn', field) ?? ''], targets)).toEqual([field])
})
