import type { VerbSent } from '@baton/contract'
import type { Stage } from './stage.ts'

/** A desk as after some days of work. */
export async function furnish({ perform, person }: Stage) {
  await person('CS001', '王芳')
  const after = await perform('category.create', { name: '售后' })
  await perform('category.create', { name: '产品维修', parentId: after.id })
  const requester = { name: '李女士', email: 'li@example.com', phone: '13800138000' }
  const opened = await perform('ticket.open', {
    subject: '洗衣机脱水异响',
    body: '脱水时声音很大，像要散架。\n\n> 之前的来信',
    channel: 'form',
    requester,
    category: '售后-产品维修',
    urgency: 'critical',
    tags: ['返修', 'VIP'],
  })
  await perform('ticket.note', { ticketId: opened.id, body: '这台机器上个月修过' })
  await perform('ticket.reply', { ticketId: opened.id, body: '您好，我们安排师傅上门。' })
  await perform('ticket.urge', { ticketId: opened.id })
  for (const subject of [
    '空调不制冷',
    '发票抬头写错了',
    '一张标题非常非常长的工单，用来看看列表里放不下的时候会怎样收住，而不把别的东西挤走',
  ])
    await perform('ticket.open', { subject, body: '请尽快处理', requester, urgency: 'urgent' })
  return opened as unknown as { id: string; number: string; customer: { id: string } }
}

/** A policy with a yellow card of its own and a ladder. */
export async function promise({ perform, department }: Stage): Promise<string> {
  const seconds = { normal: 8 * 3600, urgent: 4 * 3600, critical: 2 * 3600 }
  const { id } = await perform('slaPolicy.create', {
    name: '大客户',
    where: { field: 'customer.level', op: 'is', value: 'VIP' },
    targets: [
      {
        target: 'response',
        calendarId: null,
        seconds,
        lead: { seconds: 1800 },
        ladder: [
          { seconds: -3600, verb: 'ticket.update', input: { urgency: 'critical' } },
          { seconds: 1800, verb: 'ticket.alert', input: { to: ['managers', 'above'], note: '请尽快处理' } },
          {
            seconds: 7200,
            verb: 'ticket.transfer',
            input: { departmentId: await department(), reason: '两小时没有人处理，请今天之内给客户一个答复' },
          },
        ],
      },
      { target: 'resolution', calendarId: null, seconds },
    ],
  })
  return id
}

/** A ticket with promises of every kind behind it: kept, stopped and running again, more time granted and asked for. */
export async function furnishClocks({ running: { desk }, perform, performAs, person, turn }: Stage) {
  const hour = 3_600_000
  await person('CS100', '李经理', 'supervisor')
  turn(-12 * 24 * hour)
  const hours = (n: number) => ({ normal: n * 3600, urgent: n * 3600, critical: (n * 3600) / 2 })
  const calendars = await desk.ask('calendar.list', {}, desk.systemCaller('test'))
  const [calendar] = (calendars as unknown as { items: { id: string }[] }).items
  const calendarId = calendar?.id ?? null
  const policy = await perform('slaPolicy.create', {
    name: '家电售后',
    where: { field: 'tags', op: 'contains', value: '家电' },
    targets: [
      { target: 'response', calendarId: null, seconds: hours(4) },
      { target: 'resolution', calendarId, seconds: hours(100), pauseIn: ['pending_customer'] },
      { target: 'progress', calendarId: null, seconds: hours(1000) },
    ],
  })
  await perform('slaPolicy.update', { slaPolicyId: policy.id, position: 1 })
  const opened = await performAs('CS001', 'ticket.open', { subject: '冰箱不制冷', body: '食物都坏了', tags: ['家电'] })
  const ticketId = opened.id
  turn(hour)
  await performAs('CS001', 'ticket.claim', { ticketId })
  await performAs('CS001', 'ticket.reply', { ticketId, body: '您好，我们安排师傅上门。' })
  turn(5 * hour)
  await performAs('CS100', 'ticket.pause', { ticketId, reason: '客户出差，三天后回来' })
  turn(3 * 24 * hour)
  await performAs('CS100', 'ticket.resume', { ticketId })
  turn(8 * 24 * hour)
  await performAs('CS001', 'ticket.requestExtension', { ticketId, seconds: 8 * 3600, reason: '等厂家寄压缩机' })
  await performAs('CS100', 'ticket.grantExtension', { ticketId, seconds: 4 * 3600 })
  await performAs('CS001', 'ticket.requestExtension', {
    ticketId,
    seconds: 4 * 3600,
    reason: '压缩机到了，师傅要后天才能上门，客户同意等',
  })
  turn(18 * hour)
  return opened
}

/** Views of every layout, with an own field among their columns. */
export async function furnishViews({ perform, performAs }: Stage, login: string) {
  await perform('field.create', {
    key: 'cost',
    name: '维修费用',
    nameEn: 'Repair cost',
    spec: { kind: 'amount', currency: 'CNY' },
  })
  const publish = async (name: string, more: Partial<VerbSent<'view.create'>>) =>
    (await performAs(login, 'view.create', { name, audience: 'everyone', ...more })).id
  return {
    table: await publish('费用一览', {
      layout: 'table',
      columns: ['subject', 'number', 'status', 'urgency', 'assigneeId', 'dueAt', 'tags', 'fields.cost', 'createdAt'],
    }),
    board: await publish('进度看板', { layout: 'board', groupBy: 'status' }),
    groups: await publish('按紧急程度', { groupBy: 'urgency', order: [{ field: 'urgency', direction: 'asc' }] }),
  }
}
