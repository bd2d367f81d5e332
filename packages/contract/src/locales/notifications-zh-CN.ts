import { clocksZhCN } from './clocks-zh-CN.ts'

/** 通知的用语：句子里 {名称} 为空时，方括号里的部分整段省略；“.many”是合并多条之后的说法。 */
const notification = {
  assigned: '{actor} 分派给您[：{reason}]',
  'assigned.auto': '工单派给您[：{reason}]',
  'assigned.opened': '{actor} 新建工单并交给您',
  'assigned.transferred': '{actor} 转办给您[：{reason}]',
  'assigned.returned': '{actor} 退回给您[：{reason}]',
  'assigned.followedUp': '{actor} 请您跟进[：{reason}]',
  pool: '{departmentId} 有新工单待领取',
  'pool.many': '{departmentId} 有 {count} 张新工单待领取',
  'pool.undispatched': '{departmentId} 没有找到可派的人，等待领取',
  answered: '客户发来新消息',
  'answered.many': '客户发来 {count} 条新消息',
  mentioned: '{actor} 在备注中提到您',
  urged: '{actor} 催单，第 {times} 次[：{note}]',
  reopened: '{actor} 重新打开了工单[：{reason}]',
  'reopened.answered': '客户再次来信，工单已重新打开',
  'reopened.followedUp': '{actor} 转为待跟进[：{reason}]',
  ...clocksZhCN.notification,
  appointment: '预约时间到了：{appointmentAt}',
  'appointment.managed': '预约时间到了，还没有人处理：{appointmentAt}',
  rated: '客户评价 {score} 分',
  'rated.commented': '客户评价 {score} 分，并留了言',
  undelivered: '给客户的回复没有送达[：{error}]',
  trouble: '有发送失败，需要处理[：{error}]',
  'trouble.many': '有 {count} 条发送失败，需要处理',
  'trouble.parked': '有事件处理失败，已搁置',
  test: '这是一条测试通知',
} as const

/** 哪些事会通知。 */
const notificationKind = {
  assigned: '工单交给我',
  pool: '部门有新工单待领取',
  answered: '客户回复我的工单',
  mentioned: '备注中提到我',
  urged: '催单',
  reopened: '工单重开或待跟进',
  near: '即将到期',
  breached: '已超时',
  ...clocksZhCN.notificationKind,
  appointment: '预约时间到了',
  rated: '收到差评',
  undelivered: '回复没有送达',
  trouble: '系统异常',
  test: '测试通知',
} as const

const notificationWay = { inApp: '通知中心', popup: '弹窗', push: '浏览器推送', mail: '邮件', sms: '短信' } as const

/** 发给同事的通知邮件。 */
const notice = {
  one: '{text}',
  many: '{count} 条通知',
  greeting: '{name}，您好：',
  open: '打开工单：{link}',
  foot: '这封邮件由系统自动发出，请勿回复。可在“个人中心 · 通知”中调整。',
} as const

export const notificationsZhCN = { notification, notificationKind, notificationWay, notice } as const

/** 能做的事。 */
export const notificationLabelsZhCN = {
  'notification.read': '通知设为已读',
  'notification.updatePreferences': '修改通知偏好',
  'notification.updateDefaults': '修改默认通知设置',
  'notification.test': '发送测试通知',
  'notification.subscribe': '开启浏览器推送',
  'notification.unsubscribe': '关闭浏览器推送',
  'notification.list': '查看通知',
  'notification.count': '查看未读通知数',
  'notification.preferences': '查看通知偏好',
  'notification.defaults': '查看默认通知设置',
} as const
