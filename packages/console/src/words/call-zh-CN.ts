/** 电话栏、来电卡片与时间线上的通话：随首页一起加载的用语 */
export const callZhCN = {
  bar: '电话',
  register: '登记来电',
  registerOut: '登记去电',
  recordsTitle: '通话记录',
  unregistered: '未登记',
  missed: '{{count}} 个未接来电',
  missedMore: '{{count}} 个以上未接来电',
  hiddenNumber: '隐藏号码',
  ring: {
    title: '来电',
    unknown: '新号码，尚未建档',
    take: '接听并登记',
    later: '稍后',
  },
  mark: {
    in: '来电',
    out: '去电',
    by: '{{name}} 接听',
    byOut: '{{name}} 拨出',
    running: '通话中',
    missed: '未接',
  },
} as const
