import type { VerbSent } from '@baton/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../../test/desk.ts'
import { uploadSheet } from '../../../../test/import-files.ts'
import { until } from '../../../../test/until.ts'
import type { Caller } from '../../../kernel/caller.ts'
import type { Cell } from '../../../kernel/workbook/index.ts'
import { callersOf } from '../../jobs/callers.ts'
import { shippedRoles } from '../../people/index.ts'
import { callerFor } from '../../sessions/index.ts'

let t: TestDesk
let stop: () => Promise<void>
let chief: Caller
let agent: Caller

beforeAll(async () => {
  t = await testDesk()
  stop = t.desk.jobs.work(callersOf(t.desk))
  const person = async (employeeNo: string, key: string) => {
    const role = shippedRoles.find(one => one.key === key)?.id ?? ''
    return callerFor(t.desk, (await t.does('agent.create', { employeeNo, name: employeeNo, roleIds: [role] })).id)
  }
  chief = await person('S1', 'supervisor')
  agent = await person('CS001', 'agent')
  await t.does('field.create', { of: 'customer', key: 'birthday', name: '生日', spec: { kind: 'date' } })
  await t.does('field.create', { of: 'customer', key: 'card', name: '卡号', spec: { kind: 'text' }, unique: true })
})
afterAll(async () => {
  await stop()
  await t.close()
})

type Asked = Omit<VerbSent<'customer.import'>, 'fileId' | 'mapping'>

/** Uploads, takes what is suggested, imports, and waits. */
async function imported(rows: readonly (readonly Cell[])[], asked: Asked = {}, by = chief): Promise<Answer> {
  const fileId = await uploadSheet(t, by, rows, '客户.xlsx')
  const preview = await t.asks('import.preview', { of: 'customer', fileId }, by)
  const mapping = preview.columns.flatMap(({ column, suggested }: Answer) =>
    suggested ? [{ column, field: suggested }] : [],
  )
  const { id } = await t.does('customer.import', { fileId, headerRow: preview.headerRow, mapping, ...asked }, by)
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
const found = async (text: string): Promise<Answer> => (await t.asks('customer.find', { text })).items[0]
const count = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from customers`.execute(t.desk.db)).rows[0]?.n ?? 0

const head = ['外部编号', '客户姓名', '性别', '联系电话', '电子邮箱', '公司名称', '会员等级', '备注', '生日']

describe('a file of customers', () => {
  test('is previewed: what its columns most likely are', async () => {
    const fileId = await uploadSheet(t, chief, [
      [...head, '天气'],
      ['M1', '李雷', '男', '13800138000'],
    ])
    const preview = await t.asks('import.preview', { of: 'customer', fileId }, chief)
    expect(preview.columns.map(({ suggested }: Answer) => suggested)).toEqual([
      'externalId',
      'name',
      'salutation',
      'phones',
      'emails',
      'company',
      'level',
      'note',
      'fields.birthday',
      null,
    ])
    expect(preview.suggestedKey).toEqual([])
    expect(preview.targets.find(({ field }: Answer) => field === 'name')).toMatchObject({
      name: '姓名',
      required: true,
    })
  })

  test('becomes customers, each as the person could have written it down', async () => {
    const rows = [
      head,
      [
        'M1',
        '李雷',
        '男',
        '13800138000、010-62345678转801',
        'li@example.com',
        '晨光商贸',
        'VIP',
        '周末不接\n电话',
        '1990/5/1',
      ],
      ['M2', '韩梅', '女士', '138****8000', '', '晨光商貿', '', '', ''],
    ]
    const job = await imported(rows)
    expect(job).toMatchObject({
      name: '导入客户：客户.xlsx',
      file: { of: 'customer', dryRun: false },
      ok: 2,
      undoable: false,
    })
    const [first, second] = await rowsOf(job.id)
    const li = await t.asks('customer.get', { id: first.customer.id })
    expect(li).toMatchObject({
      name: '李雷',
      salutation: 'mr',
      phones: ['+8613800138000', '+861062345678;ext=801'],
      emails: ['li@example.com'],
      externalId: 'M1',
      company: expect.stringMatching(/^晨光商[贸貿]$/),
      level: 'VIP',
      note: '周末不接\n电话',
      fields: { birthday: '1990-05-01' },
    })
    const mei = await t.asks('customer.get', { id: second.customer.id })
    // One company in both spellings.
    expect(mei).toMatchObject({ salutation: 'ms', phones: ['138****8000'], companyId: li.companyId })
    expect(first).toMatchObject({ ticketId: null, customer: { number: li.number, name: '李雷' } })
  })

  test('says of each row and column what is wrong, and the others go on', async () => {
    const job = await imported([
      head,
      ['', '', '', '13500135001', '', '', '', '', ''],
      ['', '甲', '公', '12', 'x', '', '很长'.repeat(20), '', '昨天'],
      ['', '乙', '', '13500135002', '', '', '', '', ''],
      [null],
    ])
    expect(await told(job.id)).toEqual([
      '2 failed 客户姓名：必填',
      expect.stringMatching(
        /^3 failed 性别：“公”不是称呼，只能是 先生、女士 联系电话：不是有效的电话号码 电子邮箱：\S+ 会员等级：\S+( \S+)* 生日：“昨天”不是日期/,
      ),
      '4 ok',
    ])
  })

  test('is tried first: the same words, and nothing written', async () => {
    const rows = [
      head,
      ['', '丙', '', '13500135003', '', '新单位', '', '', ''],
      ['', '丙', '', '135 0013 5003', '', '', '', '', ''],
      ['', '丁', '', '12', '', '', '', '', ''],
      ['M1', '李雷', '', '', '', '', '', '', ''],
    ]
    const before = await count()
    const tried = await imported(rows, { dryRun: true })
    expect(tried.name).toBe('试运行导入客户：客户.xlsx')
    expect(await count()).toBe(before)
    const real = await imported(rows)
    expect(await told(tried.id)).toEqual(await told(real.id))
    expect(await told(real.id)).toEqual([
      '2 ok',
      '3 skipped import.twice',
      '4 failed 联系电话：不是有效的电话号码',
      '5 skipped import.here',
    ])
    expect(await count()).toBe(before + 1)
  })
})

describe('customers who are here', () => {
  test('are known by any contact point, and left out', async () => {
    const { id } = await t.does('customer.create', {
      name: '王五',
      phones: ['13600136000'],
      emails: ['wu@example.com'],
    })
    const job = await imported([
      ['姓名', '电话', '邮箱'],
      ['小王', '136-0013-6000', ''],
      ['老王', '', 'WU@example.com'],
    ])
    expect(await told(job.id)).toEqual(['2 skipped import.here', '3 skipped import.here'])
    expect((await rowsOf(job.id)).map(({ customer }) => customer.id)).toEqual([id, id])
    expect((await found('13600136000')).name).toBe('王五')
  })

  test('are given what a row says; empty cells change nothing, and no phone is taken away', async () => {
    const asked = { onKnown: 'update' } as const
    const { id } = await t.does('customer.create', {
      name: '赵六',
      phones: ['13600136001', '13600136002'],
      emails: ['zhao@example.com'],
      level: 'VIP',
      company: '旧单位',
      note: '老客户',
      fields: { birthday: '1980-01-01', card: 'C-6' },
    })
    const job = await imported(
      [
        ['姓名', '电话', '邮箱', '等级', '单位', '备注', '生日'],
        ['赵先生', '13600136002、13600136003', '', '', '新单位甲', '', '1981-02-03'],
      ],
      asked,
    )
    expect(await told(job.id)).toEqual(['2 ok'])
    expect(await t.asks('customer.get', { id })).toMatchObject({
      name: '赵先生',
      phones: ['+8613600136001', '+8613600136002', '+8613600136003'],
      emails: ['zhao@example.com'],
      level: 'VIP',
      company: '新单位甲',
      note: '老客户',
      fields: { birthday: '1981-02-03', card: 'C-6' },
    })
    for (const dryRun of [true, false]) {
      const again = await imported(
        [
          ['姓名', '电话'],
          ['赵先生', '13600136002'],
        ],
        { ...asked, dryRun },
      )
      expect(await told(again.id)).toEqual(['2 skipped job.unchanged'])
    }
    const nothing = await imported(
      [
        ['姓名', '电话', '备注'],
        ['', '', ''],
      ],
      asked,
    )
    expect(await told(nothing.id)).toEqual([])
  })

  test('are known by number, which is no guess', async () => {
    const { id, number } = await t.does('customer.create', { name: '钱七', phones: ['13600136004'] })
    const job = await imported(
      [
        ['客户编号', '等级'],
        [number.toLowerCase(), '金卡'],
        ['C999999', '金卡'],
      ],
      { onKnown: 'update' },
    )
    expect(await told(job.id)).toEqual(['2 ok', '3 failed 客户编号：没有找到客户“C999999”'])
    expect(await t.asks('customer.get', { id })).toMatchObject({
      name: '钱七',
      level: '金卡',
      phones: ['+8613600136004'],
    })
  })

  test('are known by a key of the file’s own, and by a field of each customer’s own', async () => {
    const rows = [
      ['登记号', '姓名'],
      ['K1', '孙八'],
      ['', '无号'],
    ]
    const first = await imported(rows, { key: [1] })
    expect(await told(first.id)).toEqual(['2 ok', '3 failed 登记号：没有填写用来识别的编号'])
    const again = await imported([rows[0] ?? [], ['k1', '孙大八']], { key: [1], onKnown: 'update' })
    expect(await told(again.id)).toEqual(['2 ok'])
    expect((await rowsOf(again.id))[0].customer).toMatchObject({
      id: (await rowsOf(first.id))[0].customer.id,
      name: '孙大八',
    })
    const { id } = await t.does('customer.create', { name: '卡', fields: { card: 'C-9' } })
    const card = await imported(
      [
        ['姓名', '卡号'],
        ['卡先生', 'c-9'],
      ],
      { key: [2] },
    )
    expect((await rowsOf(card.id))[0]).toMatchObject({ state: 'skipped', customer: { id } })
  })

  test('found by a phone once, are known by the key the next time', async () => {
    const { id } = await t.does('customer.create', { name: '周九', phones: ['13600136009'] })
    const asked: Asked = { key: [1], onKnown: 'update' }
    await imported(
      [
        ['登记号', '姓名', '电话'],
        ['Z9', '周九九', '13600136009'],
      ],
      asked,
    )
    const again = await imported(
      [
        ['登记号', '姓名'],
        ['Z9', '周久'],
      ],
      asked,
    )
    expect((await rowsOf(again.id))[0]).toMatchObject({ state: 'ok', customer: { id, name: '周久' } })
  })

  test('two people who share a telephone stay two: the second is told, not written over', async () => {
    // Rows go two at a time: either may be the first.
    const states = async (id: string) => (await told(id)).map(text => text.slice(2)).sort()
    const rows = [
      ['登记号', '外部编号', '姓名', '电话'],
      ['T1', '', '吴一', '010-62340001'],
      ['T2', '', '吴二', '010-62340001'],
    ]
    const byKey = await imported(rows, { key: [1], onKnown: 'update' })
    expect(await states(byKey.id)).toEqual([expect.stringMatching(/^failed 电话：该联系方式已属于客户 吴/), 'ok'])
    const byMember = await imported(
      [
        ['外部编号', '姓名', '电话'],
        ['MB1', '郑一', '010-62340002'],
        ['MB2', '郑二', '010-62340002'],
      ],
      { onKnown: 'update' },
    )
    expect(await states(byMember.id)).toEqual([expect.stringMatching(/^failed 电话：该联系方式已属于客户 郑/), 'ok'])
  })
})

test('is for those who may; what is wrong with the mapping is told at once', async () => {
  const fileId = await uploadSheet(t, chief, [['姓名'], ['一']])
  const mapping = [{ column: 1, field: 'name' }]
  await expect(t.does('customer.import', { fileId, mapping }, agent)).rejects.toMatchObject({ status: 403 })
  await expect(t.asks('import.preview', { of: 'customer', fileId }, agent)).rejects.toMatchObject({ status: 403 })
  await expect(t.asks('import.template', { of: 'customer' }, agent)).rejects.toMatchObject({ status: 403 })
  const wrong = async (input: Partial<VerbSent<'customer.import'>>) =>
    t
      .does('customer.import', { fileId, mapping, ...input }, chief)
      .catch(({ fields }) => fields.map(({ path, code }: Answer) => `${path} ${code}`))
  expect(await wrong({ mapping: [{ column: 1, field: 'subject' }] })).toEqual([
    'mapping.0.field import.noField',
    'mapping import.noName',
  ])
  expect(await wrong({ mapping: [...mapping, { column: 1, field: 'level' }] })).toEqual([
    'mapping.1.column import.columnTwice',
  ])
})

test('nobody brings what they may not read, and nobody is shown whom they may not see', async () => {
  const role = await t.does('role.create', {
    name: '录入员',
    grants: { 'customer.import': true, 'customer.create': true, 'job.get': true, 'job.rows': true },
    fields: { 'customer.level': 'hidden', 'fields.birthday': 'hidden' },
  })
  const clerk = await callerFor(
    t.desk,
    (await t.does('agent.create', { employeeNo: 'L1', name: '录入', roleIds: [role.id] })).id,
  )
  const fileId = await uploadSheet(t, clerk, [
    ['姓名', '等级', '生日', '电话'],
    ['生客', 'VIP', '1990-01-01', '13800138000'],
  ])
  const preview = await t.asks('import.preview', { of: 'customer', fileId }, clerk)
  expect(preview.columns.map(({ suggested }: Answer) => suggested)).toEqual(['name', null, null, 'phones'])
  const job = await imported(
    [
      ['姓名', '电话'],
      ['生客', '13800138000'],
    ],
    {},
    clerk,
  )
  const [row] = await rowsOf(job.id, clerk)
  expect(row).toMatchObject({ state: 'skipped', code: 'import.here', customer: null })
})

test('every header that we write is known again', async () => {
  const { suggestedMapping, wordIn } = await import('@baton/contract')
  const { customerTargets } = await import('./targets.ts')
  const targets = customerTargets(await t.desk.reading(chief))
  for (const locale of ['zh-CN', 'en'])
    for (const { field } of targets.filter(({ own }) => !own))
      expect(suggestedMapping([wordIn(locale, 'customerColumn', field) ?? ''], targets)).toEqual([field])
})
