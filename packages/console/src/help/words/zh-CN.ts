/** 帮助页面的用语 */
export const zhCN = {
  title: '帮助',
  search: '搜索帮助',
  none: '没有找到相关的帮助',
  noneHint: '换一个词试试，例如“转办”“邮箱”',
  index: '帮助目录',
  about: '帮助：{{title}}',
  group: { tickets: '处理工单', comfort: '更顺手', desk: '管理服务台' },
  home: '想做什么？',
  homeUnder: '每一页讲一件事：点哪里，按什么键。',
} as const
