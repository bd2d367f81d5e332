import type { Chance } from './random.ts'

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛阎段雷侯龙史陶贺顾毛郝龚邵万钱严',
] as const
const women = [
  ...'芳娜敏静丽燕艳娟霞婷雪玲倩颖',
  '秀英',
  '雨欣',
  '梦瑶',
  '思琪',
  '佳怡',
  '晓燕',
  '淑华',
  '可欣',
  '诗涵',
  '玉兰',
  '春梅',
  '海燕',
  '雅琴',
  '美玲',
  '子涵',
  '欣怡',
] as const
const men = [
  ...'伟强磊军洋勇杰涛斌鹏浩宇峰凯',
  '建国',
  '志强',
  '浩然',
  '子轩',
  '俊杰',
  '文博',
  '国栋',
  '天佑',
  '明远',
  '立新',
  '家豪',
  '晓东',
  '海涛',
  '振华',
  '一鸣',
  '博文',
] as const

export interface Name {
  full: string
  surname: string
  salutation: '先生' | '女士'
}

export function nameOf({ one, happens }: Chance): Name {
  const surname = one(surnames)
  return happens(50)
    ? { full: surname + one(women), surname, salutation: '女士' }
    : { full: surname + one(men), surname, salutation: '先生' }
}

export const companies = [
  '杭州云栖办公服务有限公司',
  '上海浦江物业管理有限公司',
  '成都锦里餐饮管理有限公司',
  '深圳南山智造科技有限公司',
  '武汉江城教育咨询有限公司',
  '北京望京创意设计有限公司',
  '苏州工业园区恒信贸易有限公司',
  '广州天河连锁酒店管理有限公司',
  '西安高新区软件服务有限公司',
  '青岛海岸民宿管理有限公司',
] as const
