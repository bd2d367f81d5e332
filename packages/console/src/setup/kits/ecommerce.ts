import { ecommerceFields } from './ecommerce-fields.ts'
import { asks, type FormItem, type Kit, section, told } from './kit.ts'

const open = { required: 'open' } as const
const solve = { required: 'solve' } as const
const portal = { onPortal: true } as const

const order: readonly FormItem[] = [
  section('订单', 'Order'),
  asks('fields.platform', open),
  asks('fields.shop'),
  asks('fields.orderNo', { ...open, ...portal }),
  asks('fields.buyerId'),
  asks('fields.sku', portal),
]
const proof = asks('fields.proof', { width: 'full', ...portal })
const sentBack: readonly FormItem[] = [
  section('退回', 'Sent back'),
  asks('fields.courier'),
  asks('fields.returnNo', portal),
]
const blame = asks('fields.blame', solve)
const money: readonly FormItem[] = [section('退款', 'Refund'), asks('fields.paid', solve), blame]

/** 电商售后：十种业务，各有表单、时限和常用的宏。 */
export const ecommerce: Kit = {
  fields: ecommerceFields,
  templates: [
    {
      key: 'refund',
      name: ['仅退款', 'Refund only'],
      form: [...told, ...order, asks('fields.shipped', open), asks('fields.problem', portal), proof, ...money],
      opens: { requestType: 'refund', urgency: 'urgent' },
      promise: { name: ['仅退款时限', 'Refunds'], response: [4, 1, 0.5], resolution: [24, 12, 4] },
      onPortal: true,
    },
    {
      key: 'return',
      name: ['退货退款', 'Return and refund'],
      form: [...told, ...order, asks('fields.problem', { ...open, ...portal }), proof, ...sentBack, ...money],
      opens: { requestType: 'refund' },
      promise: { name: ['退货时限', 'Returns'], response: [8, 2, 1], resolution: [168, 96, 72] },
      onPortal: true,
    },
    {
      key: 'exchange',
      name: ['换货', 'Exchange'],
      form: [
        ...told,
        ...order,
        asks('fields.problem', { ...open, ...portal }),
        proof,
        ...sentBack,
        section('换出', 'Sent again'),
        asks('fields.deliverTo', { width: 'full', ...portal }),
        asks('fields.waybill', solve),
        blame,
      ],
      opens: { requestType: 'exchange' },
      onPortal: true,
    },
    {
      key: 'resend',
      name: ['补发', 'Send again'],
      form: [
        ...told,
        ...order,
        asks('fields.parts', { width: 'full', ...open }),
        asks('fields.deliverTo', { width: 'full' }),
        asks('fields.courier'),
        asks('fields.waybill', solve),
        blame,
      ],
    },
    {
      key: 'repair',
      name: ['维修', 'Repair'],
      form: [
        ...told,
        ...order,
        asks('fields.productModel', open),
        asks('fields.problem'),
        proof,
        ...sentBack,
        asks('fields.waybill', solve),
      ],
      opens: { requestType: 'repair' },
      onPortal: true,
    },
    {
      key: 'wrong',
      name: ['少件错发', 'Missing or wrong goods'],
      form: [
        ...told,
        ...order,
        asks('fields.problem', { ...open, ...portal }),
        proof,
        asks('fields.parts', { width: 'full' }),
        blame,
      ],
      onPortal: true,
    },
    {
      key: 'logistics',
      name: ['物流异常', 'Trouble on the way'],
      form: [
        ...told,
        ...order,
        asks('fields.logisticsTrouble', { ...open, ...portal }),
        asks('fields.courier', open),
        asks('fields.waybill', { ...open, ...portal }),
        asks('fields.deliverTo', {
          width: 'full',
          required: 'open',
          visibleWhen: { field: 'fields.logisticsTrouble', op: 'is', value: 'redirect' },
        }),
        blame,
      ],
      opens: { urgency: 'urgent' },
      promise: { name: ['物流时限', 'Deliveries'], response: [4, 2, 1], resolution: [72, 48, 24] },
      onPortal: true,
    },
    {
      key: 'invoice',
      name: ['开票', 'Invoice'],
      form: [
        ...told,
        asks('fields.orderNo', { ...open, ...portal }),
        asks('fields.invoiceTitle', { ...open, ...portal }),
        asks('fields.taxNo', portal),
        asks('fields.invoiceMail', { ...open, ...portal }),
      ],
      onPortal: true,
    },
    {
      key: 'complaint',
      name: ['投诉', 'Complaint'],
      form: [...told, ...order, proof, blame],
      opens: { requestType: 'complaint', urgency: 'urgent' },
      promise: { name: ['投诉时限', 'Complaints'], response: [2, 1, 0.5], resolution: [48, 24, 12] },
      onPortal: true,
    },
    {
      key: 'payout',
      name: ['补偿打款', 'Payout'],
      form: [
        ...told,
        asks('fields.orderNo', open),
        asks('fields.compensation', open),
        asks('fields.payTo', open),
        proof,
        blame,
      ],
    },
  ],
  macros: [
    {
      name: ['退款已受理', 'Refund taken up'],
      on: ['refund', 'return'],
      steps: [
        {
          verb: 'ticket.reply',
          input: {},
          words: {
            body: [
              '{{customer.name|您好}}，订单 {{fields.orderNo}} 的退款申请已受理，审核通过后款项将原路退回，请留意到账通知。',
              'Hello {{customer.name|there}}, the refund for order {{fields.orderNo}} is taken up. The money goes back the way it came.',
            ],
          },
        },
        { verb: 'ticket.update', input: { addTags: ['退款中'] } },
      ],
    },
    {
      name: ['请寄回商品', 'Please send it back'],
      on: ['return', 'exchange', 'repair'],
      steps: [
        {
          verb: 'ticket.reply',
          input: { thenStatus: 'pending_customer' },
          words: {
            body: [
              '{{customer.name|您好}}，请将商品连同配件寄回，寄出后回复快递单号，收到后我们会马上处理。',
              'Hello {{customer.name|there}}, please send the goods back with everything that came with them, and answer with the waybill number.',
            ],
          },
        },
      ],
    },
    {
      name: ['转财务打款', 'To finance for payout'],
      on: ['payout', 'refund', 'return'],
      steps: [
        {
          verb: 'ticket.transfer',
          input: {},
          to: ['财务部', 'Finance'],
          words: { reason: ['请打款', 'Please pay'] },
        },
      ],
    },
  ],
  replies: [
    {
      name: ['查询物流', 'Looking into the delivery'],
      shortcut: '查物流',
      body: [
        '{{customer.name|您好}}，已联系快递核实订单 {{fields.orderNo}} 的物流情况，有结果马上告诉您。',
        'Hello {{customer.name|there}}, we have asked the courier about order {{fields.orderNo}} and will tell you as soon as we know.',
      ],
    },
    {
      name: ['请提供凭证', 'Please send pictures'],
      shortcut: '要凭证',
      body: [
        '{{customer.name|您好}}，麻烦提供商品问题部位和外包装的照片，方便我们尽快为您处理。',
        'Hello {{customer.name|there}}, please send pictures of what is wrong and of the packaging.',
      ],
    },
    {
      name: ['发票已开', 'Invoice made'],
      shortcut: '发票',
      body: [
        '{{customer.name|您好}}，发票已开具并发送到您的邮箱，请查收。',
        'Hello {{customer.name|there}}, the invoice is made and on its way to your mailbox.',
      ],
    },
  ],
  views: [
    {
      name: ['退款看板', 'Refunds'],
      of: ['refund', 'return'],
      where: { field: 'open', op: 'is', value: true },
      columns: ['number', 'subject', 'customerId', 'fields.platform', 'fields.orderNo', 'fields.paid', 'dueAt'],
      groupBy: 'status',
      layout: 'board',
    },
    {
      name: ['物流异常', 'Trouble on the way'],
      of: ['logistics'],
      where: { field: 'open', op: 'is', value: true },
      columns: [
        'number',
        'subject',
        'fields.logisticsTrouble',
        'fields.courier',
        'fields.waybill',
        'assigneeId',
        'dueAt',
      ],
      order: { field: 'dueAt', direction: 'asc' },
      groupBy: 'fields.logisticsTrouble',
      layout: 'table',
    },
    {
      name: ['待打款', 'To be paid'],
      of: ['payout'],
      where: { field: 'open', op: 'is', value: true },
      columns: ['number', 'customerId', 'fields.orderNo', 'fields.compensation', 'fields.payTo', 'createdAt'],
      order: { field: 'createdAt', direction: 'asc' },
      layout: 'table',
    },
  ],
}
