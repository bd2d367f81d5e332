import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answer } from '../../../test/desk.ts'
import { openPostOffice, type PostOffice } from '../../../test/post-office.ts'
import { sendDue } from '../../reactions/notifications/send.ts'

/** A notification to a colleague leaves by mail, and nothing of it ever comes in as a customer's matter. */
let office: PostOffice
beforeEach(async () => {
  office = await openPostOffice({ config: { publicUrl: 'https://desk.example' } })
})
afterEach(() => office.close())

async function notice() {
  const { id } = await office.does('agent.create', { employeeNo: 'CS001', name: '王芳', email: 'wang@desk.example' })
  const { items: roles } = await office.asks('role.list', {})
  const roleIds = roles.filter(({ key }: Answer) => key === 'agent').map((role: Answer) => role.id)
  await office.does('agent.update', { agentId: id, roleIds })
  const ticket = await office.does('ticket.open', { subject: '<b>冰箱</b>\n不制冷'.replace('\n', ' '), assigneeId: id })
  await office.drained()
  await sendDue(office.desk)
  const received = await office.host.mail(({ to }) => to.includes('wang@desk.example'), 20_000)
  return { ticket, received }
}

test('it says what happened, leads to the ticket, and asks no machine and no bounce for an answer', async () => {
  const { ticket, received } = await notice()
  expect(received.from).toBe('')
  expect(received.header('auto-submitted')).toBe('auto-generated')
  expect(received.header('reply-to')).toBe('')
  expect(received.header('message-id')).toMatch(/^<notice\.[0-9a-f-]{36}@localhost>$/)
  expect(received.mail.subject).toBe(`工单派给您 [${ticket.number}]`)
  expect(received.mail.text).toContain(`打开工单：https://desk.example/t/${ticket.number}`)
  expect(received.mail.text).toContain('<b>冰箱</b> 不制冷')
  const timeline = await office.timeline(ticket.id)
  expect(timeline.filter(({ type }: Answer) => type === 'delivery.changed')).toEqual([])
})

test('neither an answer to it nor the mail itself becomes a ticket or a customer’s message', async () => {
  const { ticket, received } = await notice()
  const id = received.header('message-id')
  await office.send({
    from: '王芳 <wang@desk.example>',
    subject: `Re: ${received.mail.subject}`,
    inReplyTo: id,
    references: [id],
    text: '知道了',
  })
  await office.sendRaw(received.raw, { from: 'wang@desk.example' })
  const rows = await office.ledger()
  expect(rows.map(({ outcome, ticket_id }) => [outcome, ticket_id])).toEqual([
    ['loop', null],
    ['loop', null],
  ])
  expect(await office.asks('ticket.get', { id: ticket.id })).toMatchObject({ messageCount: 0 })
})
