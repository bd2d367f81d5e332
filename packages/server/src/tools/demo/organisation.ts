import type { Department } from './topics/index.ts'

/** Six departments; the desk's first one becomes the one that takes what nothing else claims. */
export const departments: readonly Department[] = [
  '综合受理部',
  '售后服务部',
  '物流客服部',
  '投诉处理部',
  '财务结算部',
  '产品技术部',
]

/** What begins with these words belongs to that department. */
export const roots: Record<string, Department> = {
  售前: '综合受理部',
  售后: '售后服务部',
  物流: '物流客服部',
  投诉: '投诉处理部',
  财务: '财务结算部',
  技术: '产品技术部',
}

export type RoleKey = 'administrator' | 'supervisor' | 'agent' | 'handler' | 'reviewer'

/** `late` works from one to ten, the others from half past eight to half past five. */
export interface Post {
  department: Department
  role: RoleKey
  late: boolean
  skills: readonly string[]
}

const posts = (department: Department, role: RoleKey, count: number, skills: readonly string[]): Post[] =>
  Array.from({ length: count }, (_, at) => ({
    department,
    role,
    late: at % 2 === 1,
    skills: skills.slice(0, 1 + (at % 2)),
  }))

/** Forty people, in the order of their numbers. */
export const staff: readonly Post[] = [
  ...posts('综合受理部', 'administrator', 1, ['管理']),
  ...departments.flatMap(department => posts(department, 'supervisor', 1, ['管理'])),
  ...posts('综合受理部', 'reviewer', 1, ['回访']),
  ...posts('综合受理部', 'agent', 6, ['售前', '英语']),
  ...posts('售后服务部', 'agent', 10, ['退换货', '大家电']),
  ...posts('物流客服部', 'agent', 6, ['物流', '理赔']),
  ...posts('投诉处理部', 'agent', 3, ['投诉', '法务']),
  ...posts('财务结算部', 'handler', 4, ['发票', '退款']),
  ...posts('产品技术部', 'handler', 3, ['维修', '固件']),
]

export const password = 'Demo-2026'

export const deskName = '晨光电器客服中心'
