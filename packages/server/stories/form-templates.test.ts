import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../test/desk.ts'
import { matter, type TestForm, testForm } from '../test/form.ts'

/** 客户按模板填写：只看得到、只填得了门户上的字段；漏填和填错指到字段，别的字段有没有他不知道。 */
let desk: TestDesk
let form: TestForm
let template: Answer
let internal: Answer
let category: Answer

const text = { kind: 'text' } as const
const options = [
  { key: 'broken', name: '质量问题', nameEn: 'Broken' },
  { key: 'other', name: '其他原因' },
  { key: 'old', name: '旧原因', archived: true },
]
const portal = { onPortal: true } as const
const open = { required: 'open', ...portal } as const

beforeAll(async () => {
  desk = await testDesk()
  form = await testForm(desk)
  const field = (key: string, spec: object, more: object = {}) =>
    desk.does('field.create', { key, name: key, spec, ...more } as never)
  await field('order', { kind: 'reference', address: 'https://erp.internal/{value}' })
  await field('reason', { kind: 'choice', options })
  await field('why', text)
  await field('amount', { kind: 'amount', max: 1000 })
  await field('secret', text)
  await field('vip', text)
  await field('boughtOn', { kind: 'date' }, { default: '$now' })
  await field('keeper', { kind: 'person' })
  await field('proof', { kind: 'pictures', most: 3 })
  await field('items', { kind: 'rows', columns: [{ key: 'sku', name: '货号', kind: 'text', required: true }] })
  await field('where', { kind: 'address' })
  await field('gone', text)
  template = await desk.does('template.create', {
    name: '退货退款',
    nameEn: 'Return and refund',
    description: '七天内可退',
    onPortal: true,
    survey: 'never',
    form: [
      { section: '订单' },
      { field: 'fields.order', ...open },
      { field: 'fields.reason', ...open },
      {
        field: 'fields.why',
        visibleWhen: { field: 'fields.reason', op: 'is', value: 'other' },
        requiredWhen: { field: 'fields.reason', op: 'isNotEmpty' },
        ...open,
      },
      { field: 'fields.amount', ...portal, required: 'solve' },
      { field: 'fields.boughtOn', ...portal },
      { section: '内部', sectionEn: 'Inside' },
      { field: 'fields.secret', required: 'open' },
      { section: '贵宾', visibleWhen: { field: 'customer.level', op: 'is', value: 'VIP' } },
      { field: 'fields.vip', ...open },
      { section: '其他' },
      { field: 'fields.keeper', ...open },
      { field: 'fields.proof', ...portal },
      { field: 'fields.items', ...portal },
      { field: 'fields.where', ...portal, visibleWhen: { field: 'fields.secret', op: 'is', value: 'x' } },
      { field: 'fields.gone', ...open },
      { field: 'urgency', ...open },
    ],
  })
  const gone = (await desk.asks('field.list', {})).items.find(({ key }: Answer) => key === 'gone')
  await desk.does('field.archive', { fieldId: gone.id })
  internal = await desk.does('template.create', { name: '内部', form: [{ field: 'fields.secret', required: 'open' }] })
  category = await desk.does('category.create', { name: '售后', templateId: template.id })
  await desk.does('category.create', { name: '内部事', templateId: internal.id })
})
afterAll(async () => {
  await form.app.close()
  await desk.close()
})

const good = { order: 'A-1', reason: 'broken' }
const submit = async (more: object) =>
  form.ask('form.submit', matter(await form.visit(), more), { headers: { 'accept-language': 'en' } })
const opened = (answer: { body: Answer }): Promise<Answer> => desk.asks('ticket.get', { number: answer.body.number })

test('the page learns what customers are asked, and nothing else', async () => {
  const { body } = await form.ask('form')
  expect(body.templates).toMatchObject([
    { id: template.id, name: '退货退款', nameEn: 'Return and refund', description: '七天内可退' },
  ])
  const [{ form: items }] = body.templates
  expect(items.map((item: Answer) => item.section ?? [item.field, item.required])).toEqual([
    '订单',
    ['fields.order', 'open'],
    ['fields.reason', 'open'],
    ['fields.why', 'open'],
    ['fields.amount', 'no'],
    ['fields.boughtOn', 'no'],
    '贵宾',
    ['fields.vip', 'no'],
    '其他',
    ['fields.proof', 'no'],
    ['fields.items', 'no'],
    ['fields.where', 'no'],
  ])
  const asks = (name: string) => items.filter((item: Answer) => item[name]).map((item: Answer) => item.field)
  expect([asks('visibleWhen'), asks('requiredWhen')]).toEqual([['fields.why'], ['fields.why']])
  const said = JSON.stringify(body)
  for (const word of ['secret', 'keeper', 'gone', '旧原因', 'erp.internal', 'customer.level', '内部"', 'allowed'])
    expect(said).not.toContain(word)
  expect(body.fields.find(({ key }: Answer) => key === 'reason')).toEqual({
    key: 'reason',
    name: 'reason',
    nameEn: null,
    help: null,
    spec: { kind: 'choice', options: options.slice(0, 2) },
    default: null,
  })
  expect(body.templateId).toBeNull()
  expect(body.categories.map(({ name, templateId }: Answer) => [name, templateId])).toEqual(
    expect.arrayContaining([
      ['售后', template.id],
      ['内部事', null],
    ]),
  )
})

test('a matter has its template and fields, by name or by category', async () => {
  const token = await form.visit()
  const photo = await form.attach(token, '破损.png', Buffer.from('89504e470d0a1a0a', 'hex'))
  const fields = { ...good, amount: '12.50', proof: [photo.body.id], items: [{ sku: 'B2' }], vip: '否' }
  const ticket = await opened(await form.ask('form.submit', matter(token, { templateId: template.id, fields })))
  expect(ticket).toMatchObject({
    templateId: template.id,
    templateVersion: 1,
    fields: { ...fields, amount: 12.5, boughtOn: '2026-11-22' },
  })
  const byCategory = await opened(await submit({ category: '售后', fields: { ...good, boughtOn: null } }))
  expect(byCategory).toMatchObject({ templateId: template.id, fields: good })
  expect(byCategory.fields.boughtOn).toBeUndefined()
})

test('nobody outside is asked for what only our own people fill in', async () => {
  expect(await opened(await submit({ category: '内部事' }))).toMatchObject({ templateId: internal.id, fields: {} })
})

const unknown = 'unknown_field'
describe('errors stand at their field', () => {
  test.each<[string, object, [string, string][]]>([
    [
      'nothing said',
      {},
      [
        ['order', 'required'],
        ['reason', 'required'],
      ],
    ],
    ['a blank', { order: ' ', reason: 'broken' }, [['order', 'required']]],
    ['a condition that holds', { ...good, reason: 'other' }, [['why', 'required']]],
    ['an option out of use', { ...good, reason: 'old' }, [['reason', 'field.option']]],
    ['too much', { ...good, amount: 1001 }, [['amount', 'field.tooLarge']]],
    ['no number', { ...good, amount: '一' }, [['amount', 'field.number']]],
    ['no day', { ...good, boughtOn: '2026-02-30' }, [['boughtOn', 'field.date']]],
    ['a cell', { ...good, items: [{ sku: 'a' }, {}] }, [['items.1.sku', 'required']]],
    ['somebody’s file', { ...good, proof: [randomUUID()] }, [['proof.0', 'attachment.used']]],
    ['a file that is none', { ...good, proof: ['x'] }, [['proof.0', 'attachment.used']]],
    ['no list', { ...good, proof: { a: 1 } }, [['proof', 'field.list']]],
    ['a region that there is not', { ...good, where: { region: ['990000'] } }, [['where.region', 'field.region']]],
    ['an unknown field', { ...good, nothing: 1 }, [['nothing', unknown]]],
    ['a withheld one', { ...good, secret: 'x' }, [['secret', unknown]]],
    ['one for our people', { ...good, keeper: randomUUID() }, [['keeper', unknown]]],
    ['one out of use', { ...good, gone: 'x' }, [['gone', unknown]]],
    ['the object’s own', { ...good, constructor: 'x' }, [['constructor', unknown]]],
  ])('%s', async (_what, fields, wrong) => {
    const { status, body } = await submit({ templateId: template.id, fields })
    expect(status).toBe(422)
    const told = body.fields.map(({ path, code }: Answer) => [path, code])
    expect(told).toEqual(wrong.map(([path, code]) => [`fields.${path}`, code]))
    for (const { detail } of body.fields) expect(detail).toMatch(/^[A-Z"].+/)
  })

  test.each<[string, () => object, string, string]>([
    ['no template', () => ({ templateId: randomUUID() }), 'templateId', 'unknown_id'],
    ['one that is not for customers', () => ({ templateId: internal.id }), 'templateId', 'unknown_id'],
    ['no id', () => ({ templateId: 'x' }), 'templateId', 'format'],
    ['no values', () => ({ fields: [] }), 'fields', 'required'],
    ['fields without their template', () => ({ fields: { order: 'x' } }), 'fields.order', unknown],
    ['no category', () => ({ category: '没有', fields: good }), 'category', 'category.unknown'],
  ])('%s', async (_what, more, path, code) => {
    const { status, body } = await submit(more())
    expect([status, body.fields.map((one: Answer) => one.path)]).toEqual([422, [path]])
    expect(body.fields[0].code).toContain(code)
  })

  test('an unknown and a withheld field are told in the same words', async () => {
    const details = await Promise.all(
      ['secret', 'nothing'].map(async key => {
        const { body } = await submit({ templateId: template.id, fields: { ...good, [key]: 'x' } })
        return body.fields[0].detail.replace(key, '')
      }),
    )
    expect(details[0]).toBe(details[1])
  })
})

test('one file in two places is refused, not lost', async () => {
  const token = await form.visit()
  const photo = await form.attach(token, 'a.png', Buffer.from('89504e470d0a1a0a', 'hex'))
  const ids = [photo.body.id]
  const sent = matter(token, { templateId: template.id, attachmentIds: ids, fields: { ...good, proof: ids } })
  expect(await form.ask('form.submit', sent)).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'attachment.used' }] },
  })
  expect((await form.ask('form.submit', { ...sent, attachmentIds: [] })).status).toBe(200)
})

test('files in fields count as well', async () => {
  const token = await form.visit()
  const half = Buffer.alloc(13 * 1024 * 1024)
  const [one, two] = [await form.attach(token, '1.bin', half), await form.attach(token, '2.bin', half)]
  const sent = matter(token, {
    templateId: template.id,
    attachmentIds: [one.body.id],
    fields: { ...good, proof: [two.body.id] },
  })
  expect(await form.ask('form.submit', sent)).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'attachmentIds', code: 'attachment.tooMuch' }] },
  })
})

test('a template that is taken off the page is no longer known', async () => {
  await desk.does('template.update', { templateId: template.id, onPortal: false })
  expect((await form.ask('form')).body).toMatchObject({ templates: [], fields: [] })
  expect(await submit({ category: category.id })).toMatchObject({ status: 200 })
  expect(await submit({ category: category.id, fields: good })).toMatchObject({ status: 422 })
})
