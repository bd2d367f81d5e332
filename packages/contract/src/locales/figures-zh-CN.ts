/** 统计:数字的名称,用于页面与导出。 */
const figure = {
  created: '新建工单',
  solved: '处理完毕',
  closed: '关闭',
  ended: '取消与强制结束',
  backlog: '积压',
  firstResponse: '首次响应',
  handling: '处理时长',
  breached: '超时次数',
  overdue: '超时率',
  kept: '按时完成的时限',
  assigned: '首次分派',
  manual: '人工派单占比',
  claimed: '领取',
  automatic: '自动派单',
  rated: '评价',
  satisfied: '满意率',
  dissatisfied: '不满意评价',
  asked: '发出的调查',
  reopened: '重开次数',
  reopenedTickets: '重开率',
  followedUp: '转待跟进',
  transferred: '转办次数',
  returned: '退回次数',
  urged: '催单次数',
  urgedTickets: '催单率',
  satisfaction: '满意度',
  responseRate: '评价回收率',
} as const

const figureDimension = {
  department: '部门',
  person: '处理人',
  category: '分类',
  channel: '渠道',
  requestType: '请求类型',
  urgency: '紧急程度',
  customer: '客户',
} as const

/** 没有取值时如何称呼。 */
const figureNone = {
  department: '无部门',
  person: '未分派',
  category: '未分类',
  channel: '无渠道',
  requestType: '未选类型',
  urgency: '无',
  customer: '无客户',
} as const

/** 导出的工作簿。 */
const figureSheet = {
  file: '工单统计_{from}_{to}',
  summary: '概览',
  series: '走势',
  facts: '明细',
  by: '按{dimension}',
  figure: '指标',
  value: '数值',
  before: '对比期',
  from: '开始日期',
  to: '结束日期',
  comparedFrom: '对比开始',
  comparedTo: '对比结束',
  zone: '时区',
  median: '{name}（中位数）',
  p90: '{name}（90 分位）',
  average: '{name}（平均）',
  numerator: '{name}（分子）',
  denominator: '{name}（分母）',
  score: '评分 {n}',
  start: '起始',
  end: '截止',
  at: '时间',
  kind: '事项',
  number: '工单编号',
  subject: '标题',
  seconds: '用时',
  rating: '评分',
  word: '说明',
  total: '合计',
} as const

/** 明细中的事项。 */
const fact = {
  created: '新建',
  assigned: '首次分派',
  responded: '首次响应',
  solved: '处理完毕',
  closed: '关闭',
  cancelled: '取消',
  forceEnded: '强制结束',
  reopened: '重开',
  followedUp: '待跟进',
  transferred: '转办',
  returned: '退回',
  urged: '催单',
  breached: '超时',
  asked: '发出调查',
  rated: '评价',
  backlog: '未结',
} as const

/** 明细中的说明。 */
const factWord = {
  manual: '人工派单',
  claim: '领取',
  auto: '自动派单',
  import: '导入',
  api: '接口',
  kept: '按时',
  late: '已超时',
  comment: '有留言',
  response: '首次响应',
  resolution: '解决',
  progress: '进度更新',
} as const

export const figuresZhCN = { figure, figureDimension, figureNone, figureSheet, fact, factWord } as const
