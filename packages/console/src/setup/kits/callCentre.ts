import { asks, type Kit, option, section, told } from './kit.ts'

const open = { required: 'open' } as const

/** 呼叫中心：来电登记、服务小结、回拨与上门预约。 */
export const callCentre: Kit = {
  fields: [
    {
      key: 'summary',
      name: ['服务小结', 'Disposition'],
      spec: {
        kind: 'cascade',
        branches: [
          option('ask', '咨询', 'Inquiry'),
          { ...option('product', '产品', 'Product'), parent: 'ask' },
          { ...option('price', '价格活动', 'Prices'), parent: 'ask' },
          { ...option('network', '网点', 'Branches'), parent: 'ask' },
          option('service', '服务', 'Service'),
          { ...option('install', '安装', 'Installation'), parent: 'service' },
          { ...option('fix', '维修', 'Repair'), parent: 'service' },
          { ...option('check', '检测保养', 'Maintenance'), parent: 'service' },
          option('trouble', '投诉', 'Complaint'),
          { ...option('attitude', '服务态度', 'Attitude'), parent: 'trouble' },
          { ...option('quality', '产品质量', 'Quality'), parent: 'trouble' },
          option('other', '其他', 'Other'),
          { ...option('silent', '无声 / 骚扰', 'Nuisance'), parent: 'other' },
          { ...option('wrongNumber', '打错', 'Wrong number'), parent: 'other' },
        ],
      },
    },
    { key: 'callback', name: ['回拨电话', 'Call back'], spec: { kind: 'phone' } },
    { key: 'visitAt', name: ['上门地址', 'Visit at'], spec: { kind: 'address' } },
    { key: 'warranty', name: ['保修期内', 'Under warranty'], spec: { kind: 'boolean' } },
    {
      key: 'serialNo',
      name: ['机身号', 'Serial number'],
      spec: { kind: 'text', most: 40, format: 'code' },
      indexed: true,
    },
    { key: 'fee', name: ['收费金额', 'Fee'], spec: { kind: 'amount', currency: 'CNY', min: 0 } },
    { key: 'fault', name: ['故障描述', 'Fault'], spec: { kind: 'longText', most: 2000 } },
    { key: 'photos', name: ['现场照片', 'Pictures'], spec: { kind: 'pictures', most: 9 } },
  ],
  templates: [
    {
      key: 'registration',
      name: ['来电登记', 'Call'],
      form: [
        asks('requestType', open),
        ...told,
        asks('fields.summary', { required: 'solve' }),
        asks('fields.callback'),
        asks('fields.productModel'),
        asks('fields.orderNo'),
        asks('fields.remarks', { width: 'full' }),
      ],
      promise: { name: ['来电时限', 'Calls'], response: [8, 2, 0.5], resolution: [48, 24, 8] },
    },
    {
      key: 'visit',
      name: ['上门服务', 'Visit'],
      form: [
        ...told,
        section('设备', 'Device'),
        asks('fields.productModel', { ...open, onPortal: true }),
        asks('fields.serialNo', { onPortal: true }),
        asks('fields.warranty'),
        asks('fields.fault', { width: 'full', onPortal: true }),
        section('上门', 'Visit'),
        asks('fields.visitAt', { width: 'full', required: 'open', onPortal: true }),
        asks('fields.callback', { required: 'open' }),
        section('完工', 'Done'),
        asks('fields.fee', {
          required: 'solve',
          visibleWhen: { field: 'fields.warranty', op: 'isNot', value: true },
        }),
        asks('fields.photos', { width: 'full' }),
      ],
      opens: { requestType: 'repair' },
      promise: { name: ['上门时限', 'Visits'], response: [4, 1, 0.5], resolution: [48, 24, 8] },
      onPortal: true,
    },
  ],
  macros: [
    {
      name: ['已约上门', 'Visit agreed'],
      on: ['visit'],
      steps: [
        {
          verb: 'ticket.reply',
          input: {},
          words: {
            body: [
              '{{customer.name|您好}}，师傅将按约定时间上门，请保持电话畅通。',
              'Hello {{customer.name|there}}, we will come at the time agreed; please keep your phone at hand.',
            ],
          },
        },
        { verb: 'ticket.update', input: { addTags: ['已预约'] } },
      ],
    },
  ],
  replies: [
    {
      name: ['稍后回电', 'We call back'],
      shortcut: '回电',
      body: [
        '{{customer.name|您好}}，您反映的问题我们正在核实，会尽快给您回电。',
        'Hello {{customer.name|there}}, we are looking into it and will call you back.',
      ],
    },
  ],
  views: [
    {
      name: ['上门任务', 'Visits'],
      of: ['visit'],
      where: { field: 'open', op: 'is', value: true },
      columns: [
        'number',
        'customerId',
        'fields.productModel',
        'fields.visitAt',
        'appointmentAt',
        'assigneeId',
        'dueAt',
      ],
      order: { field: 'appointmentAt', direction: 'asc' },
      layout: 'table',
    },
    {
      name: ['待小结来电', 'Calls to be summed up'],
      of: ['registration'],
      where: {
        all: [
          { field: 'open', op: 'is', value: true },
          { field: 'fields.summary', op: 'isEmpty' },
        ],
      },
      columns: ['number', 'subject', 'customerId', 'requestType', 'assigneeId', 'createdAt'],
      order: { field: 'createdAt', direction: 'asc' },
      layout: 'table',
    },
  ],
}
