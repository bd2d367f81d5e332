import { callCentre } from './kits/callCentre.ts'
import { ecommerce } from './kits/ecommerce.ts'
import { hotline } from './kits/hotline.ts'
import { internal } from './kits/internal.ts'
import type { Kit, Word } from './kits/kit.ts'

/** A category, and the kit's template that its tickets have. */
type Filed = readonly [zh: string, en: string, template?: string]

interface Part {
  department: Word
  /** The root under which its categories stand. */
  root: Word
  categories: readonly Filed[]
}

export interface Template {
  key: 'ecommerce' | 'enterprise' | 'public' | 'internal' | 'callCentre'
  parts: readonly Part[]
  /** Fields, forms, promises, macros and views for it. */
  kit?: Kit
  /** Beside the four that every desk begins with. */
  requestTypes: readonly { key: string; name: Word }[]
}

/** The scenarios of R-227: a sensible beginning each, to be changed at will. */
export const templates: readonly Template[] = [
  {
    key: 'ecommerce',
    kit: ecommerce,
    parts: [
      {
        department: ['售后服务部', 'After-sales'],
        root: ['售后', 'After sales'],
        categories: [
          ['仅退款', 'Refunds', 'refund'],
          ['退货退款', 'Returns', 'return'],
          ['换货', 'Exchanges', 'exchange'],
          ['补发', 'Sent again', 'resend'],
          ['维修', 'Repairs', 'repair'],
          ['少件错发', 'Missing or wrong parts', 'wrong'],
          ['质量问题', 'Quality'],
          ['安装使用', 'Setting up and use'],
        ],
      },
      {
        department: ['物流客服部', 'Deliveries'],
        root: ['物流', 'Delivery'],
        categories: [
          ['催发货', 'Not sent yet'],
          ['物流异常', 'Delayed', 'logistics'],
          ['丢件破损', 'Lost or damaged', 'logistics'],
          ['修改地址', 'Change of address', 'logistics'],
        ],
      },
      {
        department: ['售前咨询部', 'Sales questions'],
        root: ['售前', 'Before buying'],
        categories: [
          ['商品咨询', 'Products'],
          ['活动价格', 'Offers and prices'],
        ],
      },
      {
        department: ['投诉处理部', 'Complaints'],
        root: ['投诉', 'Complaint'],
        categories: [
          ['服务投诉', 'Service', 'complaint'],
          ['商品投诉', 'Goods', 'complaint'],
        ],
      },
      {
        department: ['财务部', 'Finance'],
        root: ['财务', 'Finance'],
        categories: [
          ['开票', 'Invoices', 'invoice'],
          ['补偿打款', 'Payouts', 'payout'],
          ['价格保护', 'Price protection'],
          ['退款进度', 'Refunds'],
        ],
      },
    ],
    requestTypes: [
      { key: 'refund', name: ['退款', 'Refund'] },
      { key: 'exchange', name: ['换货', 'Exchange'] },
    ],
  },
  {
    key: 'enterprise',
    parts: [
      {
        department: ['客户服务部', 'Customer service'],
        root: ['咨询', 'Questions'],
        categories: [
          ['产品咨询', 'Products'],
          ['使用指导', 'Use'],
          ['账号权限', 'Accounts'],
        ],
      },
      {
        department: ['技术支持部', 'Technical support'],
        root: ['报修', 'Repairs'],
        categories: [
          ['设备故障', 'Equipment'],
          ['软件问题', 'Software'],
          ['现场服务', 'On site'],
        ],
      },
      {
        department: ['商务部', 'Business'],
        root: ['商务', 'Business'],
        categories: [
          ['合同', 'Contracts'],
          ['续费', 'Renewals'],
          ['发票账务', 'Invoices'],
        ],
      },
      {
        department: ['客户成功部', 'Customer success'],
        root: ['客户关系', 'Relations'],
        categories: [
          ['投诉', 'Complaints'],
          ['建议', 'Suggestions'],
          ['回访', 'Callbacks'],
        ],
      },
    ],
    requestTypes: [{ key: 'onsite', name: ['上门', 'On site'] }],
  },
  {
    key: 'public',
    kit: hotline,
    parts: [
      {
        department: ['受理中心', 'Registration'],
        root: ['政务咨询', 'Public affairs'],
        categories: [
          ['办事指南', 'How to apply', 'appeal'],
          ['政策咨询', 'Policies', 'appeal'],
          ['证照办理', 'Papers', 'appeal'],
        ],
      },
      {
        department: ['供水服务部', 'Water'],
        root: ['供水', 'Water'],
        categories: [
          ['停水', 'Cut off', 'utility'],
          ['漏水抢修', 'Leaks', 'utility'],
          ['水费', 'Bills'],
        ],
      },
      {
        department: ['供电服务部', 'Electricity'],
        root: ['供电', 'Electricity'],
        categories: [
          ['停电', 'Cut off', 'utility'],
          ['故障抢修', 'Faults', 'utility'],
          ['电费', 'Bills'],
        ],
      },
      {
        department: ['燃气服务部', 'Gas'],
        root: ['燃气', 'Gas'],
        categories: [
          ['泄漏抢修', 'Leaks', 'utility'],
          ['通气安检', 'Inspection'],
          ['燃气费', 'Bills'],
        ],
      },
      {
        department: ['督办回访部', 'Follow-up'],
        root: ['投诉建议', 'Complaints'],
        categories: [
          ['服务投诉', 'Service', 'appeal'],
          ['意见建议', 'Suggestions', 'appeal'],
        ],
      },
    ],
    requestTypes: [
      { key: 'help', name: ['求助', 'Help'] },
      { key: 'report', name: ['举报', 'Report'] },
    ],
  },
  {
    key: 'internal',
    kit: internal,
    parts: [
      {
        department: ['信息技术部', 'IT'],
        root: ['信息技术', 'IT'],
        categories: [
          ['账号密码', 'Accounts', 'request'],
          ['电脑设备', 'Computers', 'incident'],
          ['网络', 'Network', 'incident'],
          ['业务系统', 'Systems', 'incident'],
        ],
      },
      {
        department: ['人力资源部', 'Personnel'],
        root: ['人事', 'Personnel'],
        categories: [
          ['考勤假期', 'Leave'],
          ['薪酬社保', 'Pay'],
          ['入职离职', 'Joining and leaving', 'request'],
        ],
      },
      {
        department: ['行政部', 'Office'],
        root: ['行政', 'Office'],
        categories: [
          ['办公用品', 'Supplies', 'request'],
          ['会议室', 'Meeting rooms', 'request'],
          ['维修', 'Repairs', 'incident'],
        ],
      },
      {
        department: ['财务部', 'Finance'],
        root: ['财务', 'Finance'],
        categories: [
          ['报销', 'Expenses', 'expenses'],
          ['借款', 'Advances'],
        ],
      },
    ],
    requestTypes: [{ key: 'apply', name: ['申请', 'Application'] }],
  },
  {
    key: 'callCentre',
    kit: callCentre,
    parts: [
      {
        department: ['热线受理组', 'Hotline'],
        root: ['来电', 'Calls'],
        categories: [
          ['产品咨询', 'Products', 'registration'],
          ['价格活动', 'Prices', 'registration'],
          ['网点查询', 'Branches', 'registration'],
        ],
      },
      {
        department: ['上门服务部', 'Visits'],
        root: ['上门', 'Visits'],
        categories: [
          ['安装', 'Installation', 'visit'],
          ['维修', 'Repair', 'visit'],
          ['检测保养', 'Maintenance', 'visit'],
        ],
      },
      {
        department: ['投诉专席', 'Complaints'],
        root: ['投诉', 'Complaints'],
        categories: [
          ['服务态度', 'Attitude', 'registration'],
          ['产品质量', 'Quality', 'registration'],
        ],
      },
      {
        department: ['回访组', 'Follow-up'],
        root: ['回访', 'Calling back'],
        categories: [
          ['满意度回访', 'Satisfaction'],
          ['未接来电回拨', 'Missed calls'],
        ],
      },
    ],
    requestTypes: [{ key: 'visit', name: ['上门', 'Visit'] }],
  },
]
