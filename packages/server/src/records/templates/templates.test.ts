import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'

let t: TestDesk
let person: Caller
let afterSales: string
let finance: string
beforeAll(async () => {
  t = await testDesk({ following: false })
  afterSales = (await t.does('department.create', { name: '售后部' })).id
  finance = (await t.does('department.create', { name: '财务部' })).id
  const agent = await t.does('agent.create', { employeeNo: 'CS007', name: '王芳', departmentIds: [afterSales] })
  await t.does('settings.update', { defaultDepartmentId: afterSales })
  person = {
    ...t.system,
    actor: { kind: 'person', id: agent.id, name: '王芳' },
    me: { id: agent.id, departments: [afterSales], managed: [] },
  }
  await t.does('field.create', {
    key: 'reason',
    name: '退货原因',
    spec: {
      kind: 'choice',
      options: [
        { key: 'broken', name: '破损' },
        { key: 'other', name: '其他' },
      ],
    },
  })
  await t.does('field.create', { key: 'why', name: '原因说明', spec: { kind: 'text' } })
  await t.does('field.create', { key: 'paid', name: '退款金额', spec: { kind: 'amount' } })
})
afterAll(() => t.close())

const wrong = (promise: Promise<unknown>, path: string, code: string) =>
  expect(promise).rejects.toMatchObject({
    status: 422,
    fields: expect.arrayContaining([expect.objectContaining({ path, code })]),
  })
const returns = {
  name: '退货退款',
  form: [
    { section: '退货' },
    { field: 'fields.reason', required: 'open' as const },
    {
      field: 'fields.why',
      required: 'open' as const,
      visibleWhen: { field: 'fields.reason', op: 'is', value: 'other' },
    },
    { section: '退款', visibleWhen: { field: 'urgency', op: 'isNot', value: 'critical' } },
    { field: 'fields.paid', required: 'solve' as const },
  ],
}

test('a desk begins with one for tickets, customers and companies each', async () => {
  const { items } = await t.asks('template.list', {})
  expect(items.map(({ name, of, isDefault }: Answer) => [name, of, isDefault])).toEqual([
    ['通用工单', 'ticket', true],
    ['客户资料', 'customer', true],
    ['单位资料', 'company', true],
  ])
  await expect(t.does('template.archive', { templateId: items[0].id })).rejects.toMatchObject({
    code: 'template.default',
  })
  expect(await t.does('ticket.open', { subject: '问' }, person)).toMatchObject({
    templateId: items[0].id,
    templateVersion: 1,
  })
})

test('what is required is asked of people, where it is shown, and of nobody who writes a mail', async () => {
  const template = await t.does('template.create', returns)
  const open = (fields: object, by: Caller, more: object = {}) =>
    t.does('ticket.open', { subject: '退货', templateId: template.id, fields: fields as never, ...more }, by)
  await wrong(open({}, person), 'fields.reason', 'required')
  await wrong(open({ reason: 'other' }, person), 'fields.why', 'required')
  expect(await open({ reason: 'broken' }, person)).toMatchObject({ templateId: template.id, templateVersion: 1 })
  expect((await open({}, t.system)).templateId).toBe(template.id)

  const ticket = await open({ reason: 'broken' }, person)
  await expect(t.does('ticket.solve', { ticketId: ticket.id, result: '已退' }, person)).rejects.toMatchObject({
    status: 409,
    code: 'ticket.unfinished',
    fields: [{ path: 'fields.paid', code: 'required' }],
  })
  await expect(
    t.does('ticket.reply', { ticketId: ticket.id, body: '已退', thenStatus: 'solved' }, person),
  ).rejects.toMatchObject({ code: 'ticket.unfinished' })
  await t.does('ticket.update', { ticketId: ticket.id, fields: { paid: 12.5 } }, person)
  expect((await t.does('ticket.solve', { ticketId: ticket.id, result: '已退' }, person)).status).toBe('solved')
  // In a hidden section nothing is required.
  const hurried = await open({ reason: 'broken' }, person, { urgency: 'critical' })
  expect((await t.does('ticket.solve', { ticketId: hurried.id, result: '已退' }, person)).status).toBe('solved')
  await expect(
    t.does(
      'ticket.openAnswered',
      { subject: '退', templateId: template.id, fields: { reason: 'broken' }, result: '好' },
      person,
    ),
  ).rejects.toMatchObject({ code: 'ticket.unfinished' })
})

test('another form is another version, and a ticket keeps its own', async () => {
  const template = await t.does('template.create', { ...returns, name: '换货' })
  const old = await t.does(
    'ticket.open',
    { subject: '换', templateId: template.id, fields: { reason: 'broken' } },
    person,
  )
  const next = await t.does('template.update', {
    templateId: template.id,
    form: [{ field: 'fields.why', required: 'solve' }],
  })
  expect(next).toMatchObject({
    formVersion: 2,
    form: [{ field: 'fields.why', width: 'full', required: 'solve', onPortal: false }],
  })
  expect(await t.does('template.update', { templateId: template.id, form: next.form })).toMatchObject({
    formVersion: 2,
  })
  expect((await t.asks('template.get', { id: template.id, formVersion: 1 })).form).toHaveLength(5)
  await expect(t.asks('template.get', { id: template.id, formVersion: 9 })).rejects.toMatchObject({ status: 404 })
  await expect(t.does('ticket.solve', { ticketId: old.id, result: '换了' }, person)).rejects.toMatchObject({
    fields: [{ path: 'fields.paid' }],
  })
  await t.does('ticket.update', { ticketId: old.id, templateId: template.id }, person)
  await expect(t.does('ticket.solve', { ticketId: old.id, result: '换了' }, person)).rejects.toMatchObject({
    fields: [{ path: 'fields.why' }],
  })
  const { items } = await t.asks('ticket.timeline', { id: old.id })
  expect(items[0].payload.changes).toEqual([{ field: 'templateVersion', from: 1, to: 2 }])
})

test('it says what a matter begins with, where nothing else is said', async () => {
  const category = await t.does('category.create', { name: '报销' })
  const policy = await t.does('slaPolicy.create', {
    name: '报销时限',
    where: { field: 'channel', op: 'is', value: 'phone' },
    targets: [{ target: 'resolution', calendarId: null, seconds: { normal: 600, urgent: 600, critical: 600 } }],
  })
  const template = await t.does('template.create', {
    name: '报销单',
    opens: {
      categoryId: category.id,
      urgency: 'urgent',
      requestType: 'inquiry',
      departmentId: finance,
      tags: ['报销'],
    },
    slaPolicyId: policy.id,
    survey: 'never',
  })
  const ticket = await t.does('ticket.open', { subject: '报销', templateId: template.id, tags: ['加急'] }, person)
  expect(ticket).toMatchObject({
    categoryId: category.id,
    urgency: 'urgent',
    requestType: 'inquiry',
    departmentId: finance,
    tags: ['加急'],
    clocks: [{ target: 'resolution', targetSeconds: 600 }],
  })
  const other = await t.does(
    'ticket.open',
    { subject: '报销', templateId: template.id, urgency: 'normal', departmentId: afterSales },
    person,
  )
  expect(other).toMatchObject({ urgency: 'normal', departmentId: afterSales })
})

test('a category has its template, and so has what is beneath it', async () => {
  const template = await t.does('template.create', { name: '维修单' })
  const repairs = await t.does('category.create', { name: '维修', templateId: template.id })
  await t.does('category.create', { name: '空调', parentId: repairs.id })
  const ticket = await t.does('ticket.open', { subject: '修', category: '维修-空调' }, person)
  expect(ticket.templateId).toBe(template.id)
  await t.does('template.archive', { templateId: template.id })
  expect((await t.does('ticket.open', { subject: '修', category: '维修-空调' }, person)).templateId).not.toBe(
    template.id,
  )
  await wrong(t.does('ticket.open', { subject: '修', templateId: template.id }, person), 'templateId', 'archived')
  await wrong(t.does('category.update', { categoryId: repairs.id, templateId: template.id }), 'templateId', 'archived')
  await t.does('template.restore', { templateId: template.id })
  await t.does('category.update', { categoryId: repairs.id, templateId: null })
  expect((await t.does('ticket.open', { subject: '修', category: '维修' }, person)).templateId).not.toBe(template.id)
})

test('some are for some departments', async () => {
  const template = await t.does('template.create', { name: '财务专用', departmentIds: [finance] })
  await wrong(
    t.does('ticket.open', { subject: '账', templateId: template.id }, person),
    'templateId',
    'template.notYours',
  )
  expect((await t.does('ticket.open', { subject: '账', templateId: template.id })).templateId).toBe(template.id)
})

test('what cannot be is refused by name', async () => {
  const create = (more: object) => t.does('template.create', { name: `模板${Math.random()}`, ...more } as never)
  await wrong(create({ form: [{ field: 'fields.nobody' }] }), 'form.0.field', 'unknown_field')
  await wrong(create({ form: [{ field: 'status' }] }), 'form.0.field', 'unknown_field')
  await wrong(create({ form: [{ field: 'body' }, { field: 'body' }] }), 'form', 'form.twice')
  await wrong(
    create({ form: [{ field: 'body', visibleWhen: { field: 'nobody', op: 'is', value: 1 } }] }),
    'form.0.visibleWhen.field',
    'condition.invalid',
  )
  await wrong(
    create({ form: [{ field: 'body', visibleWhen: { field: 'assigneeId', op: 'is', value: '$me' } }] }),
    'form.0.visibleWhen.value',
    'condition.invalid',
  )
  await wrong(create({ name: '通用工单' }), 'name', 'taken')
  await wrong(create({ slaPolicyId: afterSales }), 'slaPolicyId', 'unknown_id')
  await wrong(create({ opens: { requestType: 'nobody' } }), 'opens.requestType', 'unknown_id')
  await wrong(create({ departmentIds: [person.me.id] }), 'departmentIds.0', 'unknown_id')
})
