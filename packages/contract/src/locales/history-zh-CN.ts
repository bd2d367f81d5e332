import { calendarsZhCN } from './calendars-zh-CN.ts'
import { callsZhCN } from './calls-zh-CN.ts'
import { clocksZhCN } from './clocks-zh-CN.ts'
import { fieldsZhCN } from './fields-zh-CN.ts'
import { importsZhCN } from './imports-zh-CN.ts'
import { jobsZhCN } from './jobs-zh-CN.ts'
import { macrosZhCN } from './macros-zh-CN.ts'
import { outsideHistoryZhCN } from './outside-zh-CN.ts'
import { portalZhCN } from './portal-zh-CN.ts'
import { viewsZhCN } from './views-zh-CN.ts'

/**
 * 发生过的事,每个事件一句话;{actor} 是做的人,方括号里的部分在其中的值为空时整段省略。
 */
const event = {
  ...portalZhCN.event,
  'session.opened': '{actor} 登录[（{ip}）]',
  'session.refused': '工号 {login} 登录失败：{reason}[（{ip}）]',
  'session.closed': '{actor} 结束了 {name} 的登录',
  'session.passwordChanged': '{actor} 修改了自己的密码',
  'agent.created': '{actor} 新建了人员 {name}',
  'agent.updated': '{actor} 修改了人员 {name}[：{changes}]',
  'agent.disabled': '{actor} 停用了人员 {name}[，原因：{reason}]',
  'agent.enabled': '{actor} 启用了人员 {name}',
  'agent.passwordReset': '{actor} 重置了 {name} 的密码',
  'agent.locked': '{name} 的账号因多次登录失败被锁定至 {until}',
  'agent.unlocked': '{actor} 解锁了 {name} 的账号',
  'agent.presenceChanged': '{name} 的状态：{from} → {to}',
  'department.created': '{actor} 新建了部门 {name}',
  'department.updated': '{actor} 修改了部门 {name}[：{changes}]',
  'department.archived': '{actor} 停用了部门 {name}',
  'role.created': '{actor} 新建了角色 {name}',
  'role.updated': '{actor} 修改了角色 {name}[：{changes}]',
  'role.archived': '{actor} 停用了角色 {name}',
  'apiKey.created': '{actor} 新建了 API 密钥 {name}',
  'apiKey.revoked': '{actor} 撤销了 API 密钥 {name}',
  'customer.created': '{actor} 新建了客户 {name}',
  'customer.updated': '{actor} 修改了客户 {name}[：{changes}]',
  'category.created': '{actor} 新建了分类 {name}',
  'category.updated': '{actor} 修改了分类 {name}[：{changes}]',
  'category.archived': '{actor} 停用了分类 {name}',
  'requestType.created': '{actor} 新建了请求类型 {name}',
  'requestType.updated': '{actor} 修改了请求类型 {name}[：{changes}]',
  'requestType.archived': '{actor} 停用了请求类型 {name}',
  'mailbox.created': '{actor} 新建了邮箱 {name}',
  'mailbox.updated': '{actor} 修改了邮箱 {name}[：{changes}]',
  'mailbox.archived': '{actor} 停用了邮箱 {name}',
  ...outsideHistoryZhCN,
  ...calendarsZhCN.event,
  ...macrosZhCN.event,
  'settings.updated': '{actor} 修改了设置[：{changes}]',
  'view.created': '{actor} 新建了视图 {name}',
  'view.archived': '{actor} 删除了视图 {name}',
  'mail.received': '收到一封邮件：{outcome}',
  'mail.retried': '{actor} 让一封邮件重新处理（原为{from}）',
  'health.replayed': '{actor} 让后台任务 {follower} 重新处理 {count} 个搁置的事件',
  'ticket.opened': '{actor} 通过{channel}提交了工单[，交给 {to}]',
  'ticket.replied': '{actor} 回复了客户',
  'ticket.noted': '{actor} 添加了内部备注[，提到了 {mentionIds}]',
  'ticket.progressed': '{actor} 更新了处理进度',
  'ticket.received': '{actor} 通过{channel}发来消息',
  'ticket.assigned': '{actor} 把工单分派给 {to}[：{reason}]',
  'ticket.undispatched': '{departmentId}暂无可派人员，工单留在待领取',
  'ticket.claimed': '{actor} 领取了工单',
  'ticket.acknowledged': '{actor} 接收了工单',
  'ticket.transferred': '{actor} 把工单转给 {to}[：{reason}][（{note}）]',
  'ticket.returned': '{actor} 把工单退回给 {to}[：{reason}]',
  'ticket.pooled': '工单回到 {to}[：{reason}]',
  'ticket.urged': '{actor} 催办，第 {count} 次[：{note}]',
  'ticket.updated': '{actor} 修改了[ {changes}]',
  'ticket.awaited': '{actor} 转为等待客户[：{reason}]',
  'ticket.held': '{actor} 挂起了工单[：{reason}]',
  'ticket.solved': '{actor} 处理完毕[：{result}]',
  'ticket.followedUp': '{actor} 转为待跟进[：{reason}]',
  'ticket.reopened': '{actor} 重新打开了工单[：{reason}]',
  'ticket.closed': '{actor} 关闭了工单[：{reason}]',
  'ticket.paused': '{actor} 暂停了工单[：{reason}][，至 {until}]',
  'ticket.resumed': '{actor} 恢复了工单[：{reason}]',
  'ticket.cancelled': '{actor} 取消了工单[：{reason}]',
  'ticket.forceEnded': '{actor} 强制结束了工单[：{reason}]',
  ...callsZhCN.event,
  'ticket.linked': '与另一张工单建立了关联',
  ...clocksZhCN.event,
  ...fieldsZhCN.event,
  ...viewsZhCN.event,
  ...jobsZhCN.event,
  ...importsZhCN.event,
  'delivery.changed': '发送状态：{to}[（{error}）]',
} as const

const status = {
  new: '未分派',
  assigned: '待接收',
  in_progress: '处理中',
  pending_customer: '待客户',
  on_hold: '挂起',
  solved: '处理完毕',
  follow_up: '待跟进',
  closed: '已关闭',
  merged: '已合并',
} as const
const runState = { running: '运行中', paused: '已暂停', cancelled: '已取消', force_ended: '已强制结束' } as const
const urgency = { normal: '一般', urgent: '紧急', critical: '特急' } as const
const dispatchMode = { auto: '自动派单', claim: '成员抢单' } as const
const salutation = { mr: '先生', ms: '女士' } as const
const presence = { ready: '在线', busy: '忙碌', break: '小休', away: '离开', offline: '离线' } as const
const channel = {
  email: '邮件',
  form: '网页表单',
  api: '接口',
  web: '工作台',
  phone: '电话',
  portal: '客户门户',
  sms: '短信',
} as const
const refusal = {
  unknown: '没有这个工号',
  password: '密码不正确',
  locked: '账号已锁定',
  disabled: '账号已停用',
} as const
const outcome = {
  pending: '待处理',
  opened: '新建了工单',
  appended: '归入已有工单',
  bounce: '退信',
  automatic: '自动回复',
  loop: '邮件循环',
  duplicate: '重复',
  quarantined: '已隔离',
} as const
const delivery = {
  queued: '排队中',
  sending: '发送中',
  sent: '已发送',
  failed: '发送失败',
  unknown: '结果未知',
  suppressed: '未发送',
} as const
const clock = {
  response: '首次响应',
  nextResponse: '后续响应',
  acknowledge: '确认接收',
  resolution: '解决',
  progress: '进度更新',
} as const
const word = {
  system: '系统',
  outside: '客户',
  none: '空',
  yes: '是',
  no: '否',
  changed: '已修改',
  list: '、',
  /** 一项修改,以及几项修改之间。 */
  change: '{field}：{from} → {to}',
  next: '；',
  holder: '{person}（{department}）',
  detail: '{text}（{more}）',
} as const

export const historyZhCN = {
  event,
  status,
  runState,
  urgency,
  presence,
  dispatchMode,
  salutation,
  channel,
  refusal,
  outcome,
  delivery,
  clock,
  word,
  ...callsZhCN.sections,
} as const
