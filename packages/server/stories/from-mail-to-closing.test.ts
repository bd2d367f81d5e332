import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '../src/kernel/caller.ts'
import type { Answer } from '../test/desk.ts'
import { openPostOffice, type PostOffice } from '../test/post-office.ts'

/** 一封来信的一生:来信、回执、领取、答复、客户从信箱里回信、办结、三天后自动关闭、关闭后再来信另开新单。 */
let office: PostOffice
let wang: Caller
const customer = '李雷 <lilei@example.cn>'
const day = 86_400_000

beforeAll(async () => {
  office = await openPostOffice({ realTime: false })
  const department = await office.does('department.create', { name: '售后部' })
  await office.does('mailbox.create', {
    name: '售后服务',
    address: 'service@shop.example',
    departmentId: department.id,
    signature: '某某商城 售后部\n400-800-1234',
  })
  const person = await office.does('agent.create', {
    employeeNo: 'CS001',
    name: '王芳',
    departmentIds: [department.id],
  })
  wang = {
    ...office.system,
    actor: { kind: 'person', id: person.id, name: '王芳' },
    me: { id: person.id, departments: [department.id] },
  }
})
afterAll(() => office.close())

test('from the customer’s mail to the closed ticket', async () => {
  await office.send({
    from: customer,
    to: 'service@shop.example',
    subject: '洗衣机脱水异响',
    text: '您好,\n脱水时声音很大,请安排维修。',
    attachments: [{ filename: '视频截图.png', content: Buffer.from('89504e470d0a1a0a', 'hex') }],
    messageId: '<first@example.cn>',
  })
  const ticket = await office.ticketOf((await office.ledger()).at(-1))
  expect(ticket).toMatchObject({
    status: 'new',
    channel: 'email',
    department: { name: '售后部' },
    customer: { name: '李雷' },
  })
  const receipt = await office.host.mail(({ mail }) => mail.subject.includes(ticket.number))
  expect(receipt.mail.from).toEqual({ name: '售后服务', address: 'service@shop.example' })
  expect(receipt.mail.text).toContain(`已收到您的来信，编号 ${ticket.number}`)

  await office.does('ticket.claim', { ticketId: ticket.id }, wang)
  office.turn(60_000)
  await office.does(
    'ticket.reply',
    { ticketId: ticket.id, body: '李先生您好,请问方便明天上门吗?', thenStatus: 'pending_customer' },
    wang,
  )
  const question = await office.host.mail(({ mail }) => mail.text.includes('方便明天上门'))
  expect(question.mail.text.replace(/[a-z2-7]{26}$/, 'TOKEN')).toBe(
    `李先生您好,请问方便明天上门吗?\n\n--\n某某商城 售后部\n400-800-1234\n编号：${ticket.number}\n查询进度、补充信息：http://localhost:4000/follow/TOKEN`,
  )
  expect(question.mail.references).toContain('first@example.cn')

  office.turn(600_000)
  await office.send({
    from: customer,
    to: question.mail.replyTo?.address ?? '',
    subject: `回复: ${question.mail.subject}`,
    inReplyTo: `<${question.mail.messageId}>`,
    text: '可以,上午九点。\n\n------------------ 原始邮件 ------------------\n发件人: "售后服务"\n李先生您好',
  })
  expect((await office.ledger()).at(-1)).toMatchObject({ outcome: 'appended', ticket_id: ticket.id })
  expect(await office.asks('ticket.get', { id: ticket.id })).toMatchObject({
    status: 'in_progress',
    lastFrom: 'customer',
    lastWords: expect.stringContaining('上午九点'),
  })

  office.turn(day)
  await office.does('ticket.reply', { ticketId: ticket.id, body: '维修已完成,欢迎再次来信。' }, wang)
  await office.does('ticket.solve', { ticketId: ticket.id, result: '更换减震器' }, wang)
  await office.host.mail(({ mail }) => mail.text.includes('维修已完成'))
  // Whoever still works on the ticket is not disturbed by a timer, which then waits for the next sweep.
  await office.drained()
  office.turn(3 * day + 60_000)
  await office.sweep()
  expect(await office.asks('ticket.get', { id: ticket.id })).toMatchObject({ status: 'closed', result: '更换减震器' })

  await office.send({
    from: customer,
    to: 'service@shop.example',
    subject: '又响了',
    inReplyTo: `<${question.mail.messageId}>`,
    text: '修好没几天又响了',
  })
  const next = await office.ticketOf((await office.ledger()).at(-1))
  expect(next.number).not.toBe(ticket.number)
  expect(next).toMatchObject({ customerId: ticket.customerId, links: [{ id: ticket.id, number: ticket.number }] })

  const told = (await office.timeline(ticket.id))
    .map(({ type }: Answer) => type)
    .filter((type: string) => type.startsWith('ticket.'))
  expect(told).toEqual([
    'ticket.opened',
    'ticket.claimed',
    'ticket.replied',
    'ticket.received',
    'ticket.replied',
    'ticket.solved',
    'ticket.closed',
  ])
})
