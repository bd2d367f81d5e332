import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import type { Caller } from '../../kernel/caller.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.close())

const names = (page: Answer): string[] => page.items.map((customer: Answer) => customer.name)

describe('who writes to the desk', () => {
  const open = (requester: Record<string, string>, caller = desk.system) =>
    desk.does('ticket.open', { subject: '咨询', body: '您好', requester }, caller)

  test('is recognised by any contact point, and made when unknown', async () => {
    const first = await open({ name: '赵云', email: 'Zilong@shu.example', phone: '013700137001' })
    const second = await open({ email: 'zilong@SHU.example' })
    const third = await open({ phone: '+86 137 0013 7001' })
    expect(new Set([first.customerId, second.customerId, third.customerId]).size).toBe(1)
    const customer = await desk.asks('customer.get', { id: first.customerId })
    expect(customer).toMatchObject({
      name: '赵云',
      emails: ['zilong@shu.example'],
      phones: ['+8613700137001'],
      ticketCount: 3,
      openCount: 3,
    })
    const { items } = await desk.asks('customer.timeline', { customerId: first.customerId })
    expect(items.map((item: Answer) => item.type)).toEqual([
      'ticket.opened',
      'ticket.opened',
      'ticket.opened',
      'customer.created',
    ])
    expect(items[0]).toMatchObject({ ticketId: third.id, ticketNumber: third.number, message: { body: '您好' } })
  })

  test('brings further contact points', async () => {
    const { customerId } = await open({ name: '马超', email: 'machao@shu.example' })
    await open({ email: 'machao@shu.example', phone: '13700137002', externalId: 'shu-9' })
    expect((await open({ phone: '13700137002' })).customerId).toBe(customerId)
    expect(await desk.asks('customer.get', { id: customerId })).toMatchObject({
      phones: ['+8613700137002'],
      externalId: 'shu-9',
    })
    const { items } = await desk.asks('customer.timeline', { customerId })
    expect(items.filter((item: Answer) => item.type === 'customer.updated')).toHaveLength(1)
  })

  describe('a stranger at the form', () => {
    const stranger = (): Caller => ({ ...desk.system, actor: { kind: 'outside', id: null, name: '陌生人' } })

    test('cannot hang an own address on somebody else, and is answered where they asked to be', async () => {
      const { customerId } = await open({ name: '黄忠', phone: '13700137003' })
      const ticket = await open({ name: '黄忠', phone: '13700137003', email: 'thief@example.com' }, stranger())
      expect(ticket.customerId).not.toBe(customerId)
      expect(ticket.customer).toMatchObject({ emails: ['thief@example.com'], phones: [] })
      expect(await desk.asks('customer.get', { id: ticket.customerId })).toMatchObject({
        claimed: [{ kind: 'phone', value: '+8613700137003' }],
      })
      expect(await desk.asks('customer.get', { id: customerId })).toMatchObject({
        emails: [],
        phones: ['+8613700137003'],
        claimed: [],
        ticketCount: 1,
      })
    })

    test('is recognised by the address that the answer goes to; what else they type is shown and not believed', async () => {
      const { customerId } = await open({ name: '魏延', email: 'weiyan@shu.example' })
      for (const phone of ['13700137009', '+86 137 0013 7009', '139****0000']) {
        const ticket = await open({ name: '谁', email: 'WeiYan@shu.example', phone }, stranger())
        expect(ticket.customerId).toBe(customerId)
      }
      const customer = await desk.asks('customer.get', { id: customerId })
      expect(customer).toMatchObject({ name: '魏延', phones: [] })
      expect(customer.claimed).toHaveLength(2)
      expect(customer.claimed).toContainEqual({ kind: 'phone', value: '+8613700137009' })
      expect((await open({ name: '魏延', phone: '13700137009' }, stranger())).customerId).not.toBe(customerId)
      const other = await desk.asks('customer.find', { text: '13700137009' })
      await desk.does('customer.update', { customerId: other.items[0].id, phones: [] })
      const believed = await desk.does('customer.update', { customerId, phones: ['13700137009'] })
      expect(believed.claimed).toEqual([{ kind: 'phone', value: '139****0000' }])
    })

    test('is recognised by the phone when they give no address', async () => {
      const { customerId } = await open({ name: '马岱', phone: '13700137010' })
      expect((await open({ name: '马岱', phone: '0137 0013 7010' }, stranger())).customerId).toBe(customerId)
    })
  })

  test('nobody’s contact point is taken away', async () => {
    const mail = await open({ name: '甲方', email: 'jia@example.com' })
    const phone = await open({ name: '乙方', phone: '13700137004' })
    const both = await open({ email: 'jia@example.com', phone: '13700137004' })
    expect(both.customerId).toBe(mail.customerId)
    expect((await open({ phone: '13700137004' })).customerId).toBe(phone.customerId)
  })

  test('a masked number is shown, and never a key', async () => {
    const one = await open({ name: '张女士', phone: '138****8000' })
    const two = await open({ name: '王先生', phone: '138****8000' })
    expect(one.customerId).not.toBe(two.customerId)
    expect(await desk.asks('customer.get', { id: one.customerId })).toMatchObject({
      name: '张女士',
      phones: ['138****8000'],
    })
  })

  test.each([
    [{ phone: '1380013800' }, 'requester.phone'],
    [{ phone: '请回电123' }, 'requester.phone'],
  ])('%j is a 422 at its field', async (requester, path) => {
    await expect(open(requester)).rejects.toMatchObject({ status: 422, fields: [{ path }] })
  })

  test('twenty tickets at once from one unknown sender are of one customer', async () => {
    const tickets = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        open({
          name: '关羽',
          ...(at % 2 ? { phone: '137 0013 7777' } : { phone: '+8613700137777', email: 'guanyu@shu.example' }),
        }),
      ),
    )
    expect(new Set(tickets.map(ticket => ticket.customerId)).size).toBe(1)
    expect(new Set(tickets.map(ticket => ticket.number)).size).toBe(20)
    const customer = await desk.asks('customer.get', { id: tickets[0].customerId })
    expect(customer).toMatchObject({ emails: ['guanyu@shu.example'], phones: ['+8613700137777'], ticketCount: 20 })
    expect(names(await desk.asks('customer.find', { text: '关羽' }))).toEqual(['关羽'])
  })
})
