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

/** Fields of many kinds, a template whose form asks for them, and a ticket that was opened with it. */
export async function furnishForms({ perform }: Stage) {
  const make = (name: string, key: string, spec: object, more: object = {}) =>
    perform('field.create', { name, key, spec, ...more } as never)
  const { id: faultId } = await make('故障现象', 'fault', {
    kind: 'choice',
    options: [
      { key: 'noise', name: '异响', nameEn: 'Noise', colour: 'orange' },
      { key: 'leak', name: '漏水', nameEn: 'Leak', colour: 'blue' },
      { key: 'dead', name: '不启动', nameEn: 'Dead', colour: 'red' },
    ],
  })
  const { id: partId } = await make('故障部位', 'part', {
    kind: 'cascade',
    branches: [
      { key: 'washer', name: '洗衣机' },
      { key: 'seal', name: '门封', parent: 'washer' },
      { key: 'motor', name: '电机', parent: 'washer' },
    ],
  })
  await make('购买日期', 'buyDate', { kind: 'date' }, { help: '以发票日期为准' })
  await make('单价', 'price', { kind: 'amount' })
  await make('数量', 'count', { kind: 'number', unit: '台' })
  const { id: sumId } = await make('小计', 'sum', { kind: 'formula', expression: 'price * count', unit: '元' })
  await make('上门地址', 'address', { kind: 'address' })
  await make('现场位置', 'place', { kind: 'location' })
  await make('是否在保', 'warranty', { kind: 'boolean' })
  await make('上门师傅', 'visitor', { kind: 'person' })
  await make('现场照片', 'photos', { kind: 'pictures' })
  await make('情况说明', 'report', { kind: 'richText' })
  const { id: rowsId } = await make('配件清单', 'parts', {
    kind: 'rows',
    columns: [
      { key: 'name', name: '配件', kind: 'text', required: true },
      { key: 'count', name: '数量', kind: 'number', decimals: 0 },
      { key: 'price', name: '单价', kind: 'amount' },
    ],
  })
  await make('规模', 'size', { kind: 'number', unit: '人' }, { of: 'company' })
  await make('生日', 'birthday', { kind: 'date' }, { of: 'customer' })
  const half = (field: string) => ({ field, width: 'half' as const })
  const { id: templateId } = await perform('template.create', {
    name: '上门维修',
    description: '需要师傅上门的故障',
    form: [
      half('category'),
      half('fields.buyDate'),
      { field: 'urgency' },
      { field: 'body' },
      { section: '故障', sectionEn: 'Fault' },
      { field: 'fields.fault', required: 'open', onPortal: true },
      half('fields.part'),
      half('fields.warranty'),
      { section: '上门', sectionEn: 'Visit', visibleWhen: { field: 'fields.fault', op: 'isNotEmpty' } },
      { field: 'fields.address' },
      { field: 'fields.place' },
      half('fields.visitor'),
      { section: '费用与材料', sectionEn: 'Costs' },
      half('fields.price'),
      half('fields.count'),
      half('fields.sum'),
      { field: 'fields.parts' },
      { field: 'fields.photos' },
      {
        field: 'fields.report',
        required: 'solve',
        requiredWhen: { field: 'urgency', op: 'isOneOf', value: ['urgent', 'critical'] },
      },
    ],
    opens: { subject: '上门维修：', urgency: 'urgent', tags: ['上门'] },
  })
  const opened = await perform('ticket.open', {
    subject: '上门维修：洗衣机漏水',
    body: '门口一滩水',
    templateId,
    fields: {
      fault: 'leak',
      part: ['washer', 'seal'],
      price: 35.5,
      count: 2,
      address: { region: ['440000', '440300', '440305'], detail: '科技园路 1 号' },
      place: { longitude: 113.95, latitude: 22.53, name: '科技园' },
      report: '<p>门封<strong>老化</strong></p>',
      parts: [
        { name: '门封圈', count: 2, price: 35.5 },
        { name: '卡箍', count: 1, price: 4 },
      ],
    },
  })
  return { templateId, number: opened.number, fieldIds: { faultId, partId, sumId, rowsId } }
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

/** Macros and canned replies for everyone, one of each used; answers a macro's id. */
export async function furnishMacros(stage: Stage): Promise<string> {
  const finance = await stage.perform('department.create', { name: '财务部', dispatch: 'claim' })
  const macro = await stage.perform('macro.create', {
    name: '退款已受理',
    description: '客户要求退款，已核对订单时使用',
    audience: 'everyone',
    steps: [
      { verb: 'ticket.update', input: { urgency: 'urgent', tags: ['退款'] } },
      {
        verb: 'ticket.reply',
        input: {
          body: '{{customer.name|客户}}{{customer.salutation}}您好，您的退款（{{ticket.number}}）已受理，{{customer.company}}预计三个工作日到账。\n{{agent.name}}',
        },
      },
      { verb: 'ticket.transfer', input: { departmentId: finance.id, reason: '请财务办理退款' } },
    ],
  })
  await stage.perform('macro.create', {
    name: '等客户补充资料',
    audience: 'everyone',
    where: { field: 'status', op: 'is', value: 'in_progress' },
    steps: [
      { verb: 'ticket.reply', input: { body: '请补充照片。' } },
      { verb: 'ticket.await', input: {} },
    ],
  })
  await stage.perform('cannedReply.create', {
    name: '保修说明',
    shortcut: 'bx',
    audience: 'everyone',
    body: '{{customer.name|客户}}您好，本产品自购买之日起保修一年，人为损坏不在保修范围内，请您保留好购买凭证。',
  })
  const reply = await stage.perform('cannedReply.create', {
    name: '感谢等待',
    audience: 'everyone',
    body: '感谢您的耐心等待，{{agent.name}}正在为您处理。',
  })
  await stage.perform('cannedReply.use', { cannedReplyId: reply.id })
  return macro.id
}

/** Views of every layout, with an own field among their columns. */
export async function furnishViews({ ask, perform, performAs }: Stage, login: string) {
  await perform('field.create', {
    key: 'cost',
    name: '维修费用',
    nameEn: 'Repair cost',
    spec: { kind: 'amount', currency: 'CNY' },
  })
  const { items } = await ask('ticket.list', { limit: 4 })
  for (const [at, { id }] of (items as { id: string }[]).entries())
    if (at !== 1) await perform('ticket.update', { ticketId: id, fields: { cost: `${128 * (at + 1)}.50` } })
  const publish = async (name: string, more: Partial<VerbSent<'view.create'>>) =>
    (await performAs(login, 'view.create', { name, audience: 'everyone', ...more })).id
  return {
    table: await publish('费用一览', {
      layout: 'table',
      columns: ['subject', 'number', 'status', 'urgency', 'assigneeId', 'dueAt', 'tags', 'fields.cost', 'createdAt'],
    }),
    board: await publish('进度看板', {
      layout: 'board',
      groupBy: 'status',
      columns: ['subject', 'fields.cost', 'channel', 'assigneeId', 'createdAt', 'updatedAt'],
    }),
    groups: await publish('按紧急程度', { groupBy: 'urgency', order: [{ field: 'urgency', direction: 'asc' }] }),
  }
}
