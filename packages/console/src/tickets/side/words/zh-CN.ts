/** 客户评价的用语 */
export const zhCN = {
  title: '客户评价',
  score: '{{count}} 分（满分 5 分）',
  by: { email: '邮件', sms: '短信' },
  waiting: '已通过{{channel}}请客户评价',
  undelivered: '{{channel}}没有送达，客户没有收到评价邀请',
  notSent: '未能请客户评价：{{reason}}',
} as const
