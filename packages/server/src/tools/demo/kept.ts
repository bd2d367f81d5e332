import type { Lane } from './lane.ts'
import type { Department } from './topics/index.ts'

/** What the shop's people say and do often: canned replies and macros for everyone. */
export async function keepOften(lane: Lane, at: number, departmentIds: Record<Department, string>): Promise<void> {
  const by = { caller: lane.desk.systemCaller('demo') }
  for (const reply of replies) await lane.does(at, 'cannedReply.create', { ...reply, audience: 'everyone' }, by)
  for (const macro of macrosOf(departmentIds))
    await lane.does(at, 'macro.create', { ...macro, audience: 'everyone' }, by)
}

const hello = '{{customer.name|客户}}{{customer.salutation}}您好，'

const replies = [
  {
    name: '核实订单',
    shortcut: 'hs',
    body: `${hello}为了尽快处理，请提供一下订单号和收货人手机号后四位。`,
  },
  {
    name: '退款时效',
    shortcut: 'tk',
    body: `${hello}退款已提交，原路退回一般需要 1 至 3 个工作日，请您留意到账通知。`,
  },
  {
    name: '保修说明',
    shortcut: 'bx',
    body: `${hello}商品自签收之日起保修一年，人为损坏除外，请您保留好购买凭证。`,
  },
  {
    name: '感谢等待',
    shortcut: 'gx',
    body: `${hello}感谢您的耐心等待。{{agent.name}}正在为您处理，有进展会第一时间告诉您。`,
  },
]

const macrosOf = (departmentIds: Record<Department, string>) => [
  {
    name: '退款已受理',
    description: '订单核对无误、同意退款时使用',
    steps: [
      { verb: 'ticket.update', input: { urgency: 'urgent' } },
      {
        verb: 'ticket.reply',
        input: { body: `${hello}您的退款申请（{{ticket.number}}）已受理，财务将在 3 个工作日内办理。` },
      },
      {
        verb: 'ticket.transfer',
        input: { departmentId: departmentIds.财务结算部, reason: '请办理退款', note: '订单已核对，{{agent.name}}' },
      },
    ],
  },
  {
    name: '等客户补充资料',
    description: '缺少照片或订单信息时使用',
    where: { field: 'status', op: 'is', value: 'in_progress' },
    steps: [
      { verb: 'ticket.reply', input: { body: `${hello}请补充商品照片和快递面单照片，我们收到后马上处理。` } },
      { verb: 'ticket.await', input: { reason: '等客户补充资料' } },
    ],
  },
]
