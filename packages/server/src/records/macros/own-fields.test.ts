import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'

/** 宏修改本单位的字段：存时检查，执行时照改，占位符说的是人读的话。 */
let t: TestDesk
const options = [
  { key: 'shop', name: '商家', nameEn: 'Shop' },
  { key: 'courier', name: '快递', nameEn: 'Courier' },
]
beforeAll(async () => {
  t = await testDesk({ following: false })
  const { id } = await t.does('department.create', { name: '售后部' })
  await t.does('settings.update', { defaultDepartmentId: id })
  await t.does('field.create', { key: 'blame', name: '责任方', spec: { kind: 'choice', options } })
  await t.does('field.create', { key: 'paid', name: '退款金额', spec: { kind: 'amount', currency: 'CNY' } })
  await t.does('field.create', { key: 'proof', name: '凭证', spec: { kind: 'files' } })
  await t.does('field.create', {
    key: 'total',
    name: '合计',
    spec: { kind: 'formula', expression: 'paid * 2' },
  } as never)
  await t.does('field.create', { key: 'old', name: '旧字段', spec: { kind: 'text' } })
  const { items } = await t.asks('field.list', {})
  await t.does('field.archive', { fieldId: items.find(({ key }: Answer) => key === 'old').id })
})
afterAll(() => t.close())

const macro = (fields: object): Promise<Answer> =>
  t.does('macro.create', {
    name: crypto.randomUUID(),
    audience: 'everyone',
    steps: [{ verb: 'ticket.update', input: { fields } }],
  })
const open = (fields: object): Promise<Answer> => t.does('ticket.open', { subject: '退款', fields: { ...fields } })

describe('a macro', () => {
  test('fills in and empties the desk’s own fields, in one go with what it says', async () => {
    const { id: macroId } = await t.does('macro.create', {
      name: '判责',
      audience: 'everyone',
      steps: [
        { verb: 'ticket.update', input: { fields: { blame: 'courier', paid: null } } },
        { verb: 'ticket.note', input: { body: '责任方：{{fields.blame}}，金额：{{fields.paid|未定}}' } },
      ],
    })
    const ticket = await open({ blame: 'shop', paid: 12 })
    const ran = await t.does('macro.run', { macroId, ticketId: ticket.id })
    expect(ran.fields).toMatchObject({ blame: 'courier' })
    expect(ran.fields.paid ?? null).toBeNull()
    const { items } = await t.asks('ticket.timeline', { id: ticket.id })
    expect(items.map(({ message }: Answer) => message?.body)).toContain('责任方：商家，金额：¥12.00')
  })

  test.each<[object, string, string]>([
    [{ none: 'x' }, 'none', 'unknown_field'],
    [{ blame: 'nobody' }, 'blame', 'field.option'],
    [{ paid: 'much' }, 'paid', 'field.number'],
    [{ proof: [crypto.randomUUID()] }, 'proof.0', 'attachment.used'],
    [{ total: 3 }, 'total', 'field.formula'],
    [{ old: 'x' }, 'old', 'archived'],
  ])('cannot be kept with %j', async (fields, path, code) => {
    await expect(macro(fields)).rejects.toMatchObject({
      status: 422,
      fields: [expect.objectContaining({ path: `steps.0.input.fields.${path}`, code })],
    })
  })

  test('a rung of a ladder neither', async () => {
    const ladder = [{ seconds: 60, verb: 'ticket.update', input: { fields: { blame: 'nobody' } } }]
    const targets = [
      { target: 'resolution', calendarId: null, seconds: { normal: 60, urgent: 60, critical: 60 }, ladder },
    ]
    await expect(t.does('slaPolicy.create', { name: '判责', targets } as never)).rejects.toMatchObject({
      status: 422,
      fields: [expect.objectContaining({ path: 'targets.0.ladder.0.input.fields.blame', code: 'field.option' })],
    })
  })
})
