/** 工作日历与节假日的用语。 */
export const calendarsZhCN = {
  verb: {
    'calendar.create': '新建工作日历',
    'calendar.update': '修改工作日历',
    'calendar.archive': '停用工作日历',
    'calendar.list': '查看工作日历',
    'calendar.reckon': '试算到期时间',
    'holidays.set': '设置公共节假日',
    'holidays.load': '导入公共节假日',
    'holidays.get': '查看公共节假日',
  },
  event: {
    'calendar.created': '{actor} 新建了工作日历 {name}',
    'calendar.updated': '{actor} 修改了工作日历 {name}[：{changes}]',
    'calendar.archived': '{actor} 停用了工作日历 {name}',
    'holidays.changed': '{actor} 设置了 {year} 年的公共节假日：放假 {holidays} 天，调休上班 {makeUpDays} 天',
  },
  fieldName: {
    week: '每周工作时间',
    holidays: '按公共节假日休息',
    days: '特殊日期',
  },
  problem: {
    'calendar.inUse': '还有时限策略在使用这个日历',
  },
  field: {
    'calendar.shut': '一周中至少要有一天有工作时间',
    'calendar.twice': '同一天只能出现一次',
    'calendar.name': '已有同名的工作日历',
    'holidays.year': '有不属于 {year} 年的日期：{date}',
    'holidays.ical': '不是可以读取的 iCalendar 文件',
    'holidays.none': '文件里没有 {year} 年的日期',
  },
} as const
