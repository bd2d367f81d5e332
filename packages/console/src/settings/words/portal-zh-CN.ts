/** 客户门户与评价的用语 */
export const portalZhCN = {
  following: '自助查询',
  survey: '满意度评价',
  open: '打开门户',
  followEnabledEffect: {
    on: '客户凭工单号和验证码，或邮件里的链接，查看进度、补充信息、催办。',
    off: '客户不能自助查询，邮件里也不带查询链接。',
  },
  linkDaysEffect: '邮件里的链接指向 {{address}}，在此期限内有效；可在工单里随时作废',
  moment: { solved: '处理完毕时', closed: '关闭时', off: '不评价' },
  surveyMomentEffect: {
    solved: '工单处理完毕，就请客户评价；每次处理只问一次',
    closed: '工单关闭，就请客户评价；每次处理只问一次',
    off: '不请客户评价',
  },
  noScore: '不跟进',
  upTo: '{{score}} 分及以下',
  badScoreEffect: {
    never: '评价再低也不改变工单的状态',
    upTo: '差评把工单转为待跟进，取消自动关闭，并通知负责人',
  },
  surveyDaysEffect: '超过期限，评价链接失效',
} as const
