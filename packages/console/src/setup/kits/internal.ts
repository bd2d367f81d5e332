import { asks, type Kit, option, section, told } from './kit.ts'

const open = { required: 'open' } as const

/** 内部支持：信息技术、人事、行政、财务。 */
export const internal: Kit = {
  fields: [
    { key: 'forWhom', name: ['使用人', 'For whom'], spec: { kind: 'person' } },
    { key: 'ofDepartment', name: ['使用部门', 'Department'], spec: { kind: 'department' } },
    {
      key: 'assetNo',
      name: ['资产编号', 'Asset number'],
      spec: { kind: 'text', most: 40, format: 'code' },
      indexed: true,
    },
    {
      key: 'system',
      name: ['系统 / 设备', 'System'],
      spec: {
        kind: 'cascade',
        branches: [
          option('hardware', '硬件', 'Hardware'),
          { ...option('computer', '电脑', 'Computer'), parent: 'hardware' },
          { ...option('printer', '打印机', 'Printer'), parent: 'hardware' },
          { ...option('phone', '电话', 'Phone'), parent: 'hardware' },
          option('network', '网络', 'Network'),
          { ...option('wifi', '无线', 'Wi-Fi'), parent: 'network' },
          { ...option('vpn', 'VPN', 'VPN'), parent: 'network' },
          option('software', '软件', 'Software'),
          { ...option('mail', '邮箱', 'Mail'), parent: 'software' },
          { ...option('office', '办公软件', 'Office'), parent: 'software' },
          { ...option('erp', 'ERP', 'ERP'), parent: 'software' },
        ],
      },
    },
    {
      key: 'impact',
      name: ['影响范围', 'Impact'],
      spec: {
        kind: 'choice',
        options: [
          option('one', '一个人', 'One person'),
          option('team', '一个部门', 'A department'),
          option('all', '全公司', 'Everybody'),
        ],
      },
    },
    { key: 'neededOn', name: ['需要日期', 'Needed on'], spec: { kind: 'date' } },
    {
      key: 'items',
      name: ['报销明细', 'Expenses'],
      spec: {
        kind: 'rows',
        columns: [
          { key: 'what', name: '事由', nameEn: 'What', kind: 'text', required: true },
          { key: 'day', name: '日期', nameEn: 'Day', kind: 'date' },
          { key: 'amount', name: '金额', nameEn: 'Amount', kind: 'amount', required: true },
        ],
      },
    },
    {
      key: 'total',
      name: ['合计', 'Total'],
      spec: { kind: 'formula', expression: 'sum(items.amount)', result: 'number', decimals: 2, unit: '元' },
    },
    { key: 'receipts', name: ['票据', 'Receipts'], spec: { kind: 'files', most: 20 } },
    { key: 'cause', name: ['原因分析', 'Cause'], spec: { kind: 'longText', most: 5000 } },
  ],
  templates: [
    {
      key: 'incident',
      name: ['故障报修', 'Incident'],
      form: [
        ...told,
        asks('fields.system', open),
        asks('fields.impact', open),
        asks('fields.assetNo'),
        asks('fields.forWhom'),
        section('处理', 'Handling'),
        asks('fields.cause', {
          width: 'full',
          required: 'solve',
          requiredWhen: { field: 'fields.impact', op: 'isOneOf', value: ['team', 'all'] },
        }),
      ],
      opens: { requestType: 'repair' },
      promise: { name: ['故障时限', 'Incidents'], response: [8, 1, 0.25], resolution: [48, 8, 4] },
    },
    {
      key: 'request',
      name: ['服务申请', 'Service request'],
      form: [
        ...told,
        asks('fields.forWhom'),
        asks('fields.ofDepartment'),
        asks('fields.neededOn'),
        asks('fields.system'),
      ],
      opens: { requestType: 'apply' },
    },
    {
      key: 'expenses',
      name: ['费用报销', 'Expenses'],
      form: [
        asks('category'),
        asks('body', { width: 'full' }),
        asks('fields.items', { width: 'full', ...open }),
        asks('fields.total'),
        asks('fields.receipts', { width: 'full', ...open }),
      ],
      opens: { requestType: 'apply' },
    },
  ],
  macros: [
    {
      name: ['请重启后再试', 'Please restart'],
      on: ['incident'],
      steps: [
        {
          verb: 'ticket.reply',
          input: { thenStatus: 'pending_customer' },
          words: {
            body: [
              '请保存工作后重启设备再试，仍有问题请直接回复。',
              'Please save your work, restart and try again; just answer if it goes on.',
            ],
          },
        },
      ],
    },
  ],
  replies: [
    {
      name: ['密码重置', 'Password reset'],
      shortcut: '密码',
      body: [
        '{{customer.name|您好}}，密码已重置，请在首次登录后立即修改。',
        'Hello {{customer.name|there}}, your password is reset; please change it when you first sign in.',
      ],
    },
  ],
  views: [
    {
      name: ['故障看板', 'Incidents'],
      of: ['incident'],
      where: { field: 'open', op: 'is', value: true },
      columns: ['number', 'subject', 'fields.system', 'fields.impact', 'assigneeId', 'dueAt'],
      groupBy: 'fields.impact',
      layout: 'board',
    },
    {
      name: ['待报销', 'Expenses to be paid'],
      of: ['expenses'],
      where: { field: 'open', op: 'is', value: true },
      columns: ['number', 'subject', 'customerId', 'fields.total', 'createdAt'],
      order: { field: 'createdAt', direction: 'asc' },
      layout: 'table',
    },
  ],
}
