import { reads, verbs } from '@baton/contract'
import type { Locale } from '../../kernel/caller.ts'

/** The words of the domain, in the order in which one meets them. */
const words: Record<string, Record<Locale, string>> = {
  session: { 'zh-CN': '登录', en: 'Signing in' },
  ticket: { 'zh-CN': '工单', en: 'Tickets' },
  customer: { 'zh-CN': '客户', en: 'Customers' },
  call: { 'zh-CN': '通话', en: 'Calls' },
  file: { 'zh-CN': '附件', en: 'Files' },
  form: { 'zh-CN': '网页表单', en: 'The public form' },
  survey: { 'zh-CN': '评价', en: 'Ratings' },
  portal: { 'zh-CN': '客户门户', en: 'The customer portal' },
  portalSettings: { 'zh-CN': '客户门户设置', en: 'Settings of the customer portal' },
  view: { 'zh-CN': '视图', en: 'Views' },
  draft: { 'zh-CN': '草稿', en: 'Drafts' },
  agent: { 'zh-CN': '人员', en: 'People' },
  department: { 'zh-CN': '部门', en: 'Departments' },
  role: { 'zh-CN': '角色', en: 'Roles' },
  apiKey: { 'zh-CN': 'API 密钥', en: 'API keys' },
  category: { 'zh-CN': '分类', en: 'Categories' },
  requestType: { 'zh-CN': '请求类型', en: 'Request types' },
  mailbox: { 'zh-CN': '邮箱', en: 'Mailboxes' },
  calendar: { 'zh-CN': '工作日历', en: 'Working calendars' },
  macro: { 'zh-CN': '宏', en: 'Macros' },
  cannedReply: { 'zh-CN': '快捷回复', en: 'Canned replies' },
  slaPolicy: { 'zh-CN': '时限策略', en: 'Policies of time' },
  holidays: { 'zh-CN': '公共节假日', en: 'Public holidays' },
  robot: { 'zh-CN': '群机器人', en: 'Group robots' },
  smsAccount: { 'zh-CN': '短信账号', en: 'Text message accounts' },
  sms: { 'zh-CN': '收到的短信', en: 'Received text messages' },
  settings: { 'zh-CN': '设置', en: 'Settings' },
  delivery: { 'zh-CN': '发送记录', en: 'Deliveries' },
  mail: { 'zh-CN': '收到的邮件', en: 'Received mail' },
  figures: { 'zh-CN': '统计', en: 'Statistics' },
  audit: { 'zh-CN': '审计', en: 'Audit' },
  health: { 'zh-CN': '运行状况', en: 'Health' },
}

/** Every tag that is used, the known ones in their order; `x-displayName` is what people read. */
export function tags(locale: Locale): { name: string; description: string; 'x-displayName': string }[] {
  const used = new Set([
    ...Object.keys({ ...verbs, ...reads }).map(name => name.split('.')[0] ?? ''),
    'file',
    'form',
    'health',
  ])
  const known = Object.keys(words).filter(name => used.has(name))
  const others = [...used].filter(name => !known.includes(name)).sort()
  return [...known, ...others].map(name => {
    const text = words[name]?.[locale] ?? name
    return { name, description: text, 'x-displayName': text }
  })
}
