import { cellWords, type FileCell, isEmptyCell } from '../cells/index.ts'
import { fold } from '../conditions/fold.ts'
import type { CustomerImportColumn, ImportColumn } from './columns.ts'

/** What a column can be mapped to, with everything that people call it. */
export interface Target {
  field: string
  names: readonly string[]
}

/** What people write above a column, besides our own words for it. */
export const otherNames: Readonly<Record<ImportColumn, readonly string[]>> = {
  sourceNumber: [
    '原编号',
    '原工单号',
    '工单号',
    '工单编号',
    '编号',
    '单号',
    '外部编号',
    '流水号',
    '序号',
    'id',
    'no',
    'ticketid',
    'ticketnumber',
    'number',
    'externalnumber',
  ],
  subject: ['标题', '主题', '工单标题', '问题', '概要', '摘要', 'title', 'subject', 'summary'],
  body: [
    '内容',
    '正文',
    '描述',
    '诉求',
    '诉求内容',
    '问题描述',
    '详情',
    '工单内容',
    '具体内容',
    'description',
    'body',
    'content',
    'details',
    'message',
  ],
  'customer.name': [
    '客户',
    '姓名',
    '客户姓名',
    '客户名称',
    '联系人',
    '用户',
    '用户姓名',
    '提单人',
    '反映人',
    'name',
    'customer',
    'customername',
    'requester',
    'contact',
  ],
  'customer.phone': [
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '联系电话',
    '电话号码',
    '客户电话',
    '联系方式',
    '号码',
    'phone',
    'mobile',
    'telephone',
    'tel',
    'phonenumber',
  ],
  'customer.email': ['邮箱', '电子邮箱', '邮件', '电子邮件', '客户邮箱', 'email', 'mail', 'emailaddress'],
  'customer.externalId': [
    '会员号',
    '会员编号',
    '用户id',
    '客户外部编号',
    '外部客户编号',
    'memberid',
    'userid',
    'externalid',
  ],
  'customer.number': ['客户编号', '客户号', 'customernumber', 'customerno'],
  categoryId: ['分类', '类别', '问题分类', '工单分类', '类目', 'category'],
  urgency: ['紧急程度', '优先级', '级别', '紧急', '紧急级别', 'priority', 'urgency'],
  requestType: ['类型', '诉求类型', '请求类型', '工单类型', '业务类型', 'type', 'requesttype', 'tickettype'],
  departmentId: [
    '部门',
    '处理部门',
    '受理部门',
    '责任部门',
    '承办部门',
    '承办单位',
    '技能组',
    'department',
    'team',
    'group',
  ],
  assigneeId: [
    '处理人',
    '受理人',
    '坐席',
    '客服',
    '负责人',
    '经办人',
    '处理人员',
    '跟进人',
    '指派给',
    'assignee',
    'agent',
    'handler',
    'owner',
    'assignedto',
  ],
  tags: ['标签', 'tags', 'labels', 'tag'],
  templateId: ['模板', '工单模板', 'template', 'form'],
  channel: ['渠道', '来源', '来源渠道', '受理渠道', 'channel', 'source'],
  submittedAt: [
    '提交时间',
    '创建时间',
    '受理时间',
    '建单时间',
    '来电时间',
    '反映时间',
    '时间',
    '日期',
    'submittedat',
    'createdat',
    'created',
    'date',
    'time',
  ],
  note: ['派发说明', '派单说明', '说明', 'note', 'assignmentnote'],
}

/** The same of customers. */
export const otherCustomerNames: Readonly<Record<CustomerImportColumn, readonly string[]>> = {
  number: ['客户号', 'customernumber', 'customerno'],
  externalId: [
    '会员号',
    '会员编号',
    '会员卡号',
    '会员id',
    '用户id',
    '用户编号',
    '外部编号',
    '外部客户编号',
    '原编号',
    '原客户编号',
    '编号',
    'id',
    'memberid',
    'memberno',
    'userid',
    'customerid',
    'externalid',
  ],
  name: [
    '客户',
    '客户姓名',
    '客户名称',
    '名称',
    '名字',
    '联系人',
    '联系人姓名',
    '用户',
    '用户姓名',
    '用户名',
    '会员姓名',
    'name',
    'fullname',
    'customer',
    'customername',
    'contact',
    'contactname',
  ],
  salutation: ['称谓', '性别', '先生/女士', 'salutation', 'title', 'gender', 'sex'],
  phones: [
    '手机',
    '手机号',
    '手机号码',
    '联系电话',
    '客户电话',
    '电话号码',
    '联系方式',
    '号码',
    '座机',
    'phone',
    'phones',
    'phonenumber',
    'mobile',
    'mobilephone',
    'telephone',
    'tel',
    'customerphone',
  ],
  emails: [
    '电子邮箱',
    '邮件',
    '邮箱地址',
    '电子邮件',
    '客户邮箱',
    'email',
    'emails',
    'mail',
    'emailaddress',
    'customeremail',
  ],
  company: [
    '公司',
    '公司名称',
    '单位名称',
    '客户公司',
    '客户单位',
    '所属公司',
    '所属单位',
    '企业',
    '企业名称',
    '工作单位',
    'company',
    'companyname',
    'organization',
    'organisation',
    'customercompany',
  ],
  level: [
    '级别',
    '会员等级',
    '会员级别',
    '客户级别',
    '客户等级',
    'vip',
    'vip等级',
    'level',
    'tier',
    'grade',
    'customerlevel',
  ],
  note: ['备注信息', '说明', '客户备注', 'remark', 'remarks', 'note', 'notes', 'comment', 'comments'],
}

/** 联系电话（必填）* and 联系电话 are the same. */
const headerKey = (text: string): string =>
  fold(text)
    .replace(/[([【<].*?[)\]】>]/g, '')
    .replace(/[\s*_:：.、,-]+/g, '')

/** What each header most likely is: each target once, one's own words before others. Undefined for what nobody knows. */
export function suggestedMapping(headers: readonly string[], targets: readonly Target[]): (string | undefined)[] {
  const keys = headers.map(headerKey)
  const taken = new Set<string>()
  const found: (string | undefined)[] = headers.map(() => undefined)
  const widest = Math.max(0, ...targets.map(({ names }) => names.length))
  // What a target is called first weighs most, whichever of the columns stands before the other.
  for (let rank = 0; rank < widest; rank++) {
    for (const { field, names } of targets) {
      const name = names[rank]
      if (name === undefined || taken.has(field)) continue
      const at = keys.findIndex((key, n) => found[n] === undefined && key !== '' && key === headerKey(name))
      if (at < 0) continue
      found[at] = field
      taken.add(field)
    }
  }
  return found
}

interface Line {
  n: number
  cells: readonly FileCell[]
}

/** The number of the row that holds the headers: the one with most known words; else the first that has more than a title. */
export function headerRowOf(rows: readonly Line[], targets: readonly Target[]): number {
  const known = new Set(targets.flatMap(({ names }) => names.map(headerKey)))
  const scored = rows.map(({ n, cells }) => ({
    n,
    known: cells.filter(cell => known.has(headerKey(cellWords(cell)))).length,
    filled: cells.filter(cell => !isEmptyCell(cell)).length,
  }))
  const best = scored.reduce((a, b) => (b.known > a.known ? b : a), { n: 0, known: 0, filled: 0 })
  if (best.known > 0) return best.n
  const most = Math.max(0, ...scored.map(({ filled }) => filled))
  return scored.find(({ filled }) => filled * 2 >= most)?.n ?? 1
}
