import { asks, type Kit, option, section, told } from './kit.ts'

const open = { required: 'open' } as const

/** 政务与公共服务热线：诉求人、地点、事项、是否保密，直办与转办。 */
export const hotline: Kit = {
  fields: [
    {
      key: 'matterKind',
      name: ['诉求类别', 'Kind of matter'],
      spec: {
        kind: 'choice',
        options: [
          option('inquiry', '咨询', 'Inquiry'),
          option('help', '求助', 'Help'),
          option('complaint', '投诉', 'Complaint'),
          option('report', '举报', 'Report'),
          option('advice', '建议', 'Advice'),
          option('praise', '表扬', 'Praise'),
        ],
      },
    },
    { key: 'place', name: ['事发地点', 'Where'], spec: { kind: 'address' } },
    { key: 'spot', name: ['地图位置', 'On the map'], spec: { kind: 'location' } },
    { key: 'happenedAt', name: ['事发时间', 'When'], spec: { kind: 'time' } },
    {
      key: 'confidential',
      name: ['要求保密', 'Confidential'],
      spec: { kind: 'boolean' },
      help: ['诉求人要求对承办单位保密身份', 'The caller wants to stay unknown to those who handle it'],
    },
    {
      key: 'excluded',
      name: ['不予受理情形', 'Why not taken up'],
      spec: {
        kind: 'choice',
        options: [
          option('court', '诉讼、仲裁、复议中', 'In court'),
          option('petition', '信访事项办理中', 'In petition'),
          option('discipline', '纪检监察事项', 'Discipline'),
          option('secret', '涉及国家或商业秘密', 'Secrets'),
        ],
      },
    },
    { key: 'evidence', name: ['佐证材料', 'Evidence'], spec: { kind: 'files', most: 10 } },
    { key: 'handledBy', name: ['承办人', 'Handled by'], spec: { kind: 'text', most: 60 } },
    { key: 'contacted', name: ['是否联系诉求人', 'Caller contacted'], spec: { kind: 'boolean' } },
    {
      key: 'outcome',
      name: ['办理结果', 'Outcome'],
      spec: {
        kind: 'choice',
        options: [
          option('solved', '已解决', 'Solved'),
          option('partly', '部分解决', 'Partly solved'),
          option('explained', '解释说明', 'Explained'),
          option('impossible', '客观原因无法解决', 'Cannot be solved'),
        ],
      },
    },
    {
      key: 'meterNo',
      name: ['户号', 'Account number'],
      spec: { kind: 'text', most: 30, format: 'code' },
      indexed: true,
    },
  ],
  templates: [
    {
      key: 'appeal',
      name: ['市民诉求', 'Citizen’s matter'],
      form: [
        asks('fields.matterKind', { ...open, onPortal: true }),
        asks('fields.confidential'),
        ...told,
        section('地点与时间', 'Where and when'),
        asks('fields.place', { width: 'full', onPortal: true }),
        asks('fields.spot'),
        asks('fields.happenedAt'),
        asks('fields.evidence', { width: 'full', onPortal: true }),
        asks('fields.excluded'),
        section('办理', 'Handling'),
        asks('fields.handledBy', { required: 'solve' }),
        asks('fields.contacted', { required: 'solve' }),
        asks('fields.outcome', { required: 'solve' }),
      ],
      promise: { name: ['诉求时限', 'Matters'], response: [24, 2, 0.5], resolution: [72, 24, 4] },
      onPortal: true,
    },
    {
      key: 'utility',
      name: ['水电气报修', 'Water, power, gas'],
      form: [
        ...told,
        asks('fields.meterNo', { onPortal: true }),
        asks('fields.place', { width: 'full', required: 'open', onPortal: true }),
        asks('fields.happenedAt'),
        asks('fields.evidence', { width: 'full', onPortal: true }),
        asks('fields.outcome', { required: 'solve' }),
      ],
      opens: { requestType: 'repair', urgency: 'urgent' },
      promise: { name: ['抢修时限', 'Emergencies'], response: [24, 2, 0.5], resolution: [48, 24, 4] },
      onPortal: true,
    },
  ],
  macros: [
    {
      name: ['直接办理答复', 'Answered at once'],
      steps: [
        {
          verb: 'ticket.reply',
          input: {},
          words: {
            body: [
              '{{customer.name|您好}}，您反映的“{{ticket.subject}}”答复如下：',
              'Hello {{customer.name|there}}, about “{{ticket.subject}}” we can say:',
            ],
          },
        },
        { verb: 'ticket.update', input: { addTags: ['直办'] } },
      ],
    },
    {
      name: ['转督办回访', 'To follow-up'],
      steps: [
        {
          verb: 'ticket.transfer',
          input: {},
          to: ['督办回访部', 'Follow-up'],
          words: { reason: ['需要督办', 'Needs to be followed up'] },
        },
      ],
    },
  ],
  replies: [
    {
      name: ['已受理', 'Taken up'],
      shortcut: '受理',
      body: [
        '{{customer.name|您好}}，您的诉求已受理，编号 {{ticket.number}}，承办单位会尽快与您联系。',
        'Hello {{customer.name|there}}, your matter {{ticket.number}} is taken up; those who handle it will call you.',
      ],
    },
    {
      name: ['回访', 'Calling back'],
      shortcut: '回访',
      body: [
        '{{customer.name|您好}}，想了解您对“{{ticket.subject}}”办理结果是否满意？',
        'Hello {{customer.name|there}}, are you satisfied with how “{{ticket.subject}}” was handled?',
      ],
    },
  ],
  views: [
    {
      name: ['诉求看板', 'Matters'],
      of: ['appeal', 'utility'],
      where: { field: 'open', op: 'is', value: true },
      columns: ['number', 'subject', 'fields.matterKind', 'departmentId', 'dueAt'],
      groupBy: 'departmentId',
      layout: 'board',
    },
    {
      name: ['待答复诉求', 'To be answered'],
      of: ['appeal'],
      where: { field: 'open', op: 'is', value: true },
      columns: ['number', 'subject', 'fields.matterKind', 'fields.confidential', 'assigneeId', 'dueAt', 'createdAt'],
      order: { field: 'dueAt', direction: 'asc' },
      layout: 'table',
    },
  ],
}
