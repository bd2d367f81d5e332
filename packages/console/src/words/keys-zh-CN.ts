/** 键盘快捷键 */
export const keysZhCN = {
  title: '键盘快捷键',
  anywhere: '任何地方',
  list: '列表',
  ticket: '工单',
  next: '下一张',
  previous: '上一张',
  open: '打开',
  back: '回到列表',
  choose: '选中',
  chooseOn: '连续选中',
  single: '启用单键快捷键',
} as const
