/** 导出的用语 */
export const zhCN = {
  menu: '导入与导出',
  export: '导出…',
  import: '导入…',
  of: {
    ticket: { all: '导出工单', found: '导出搜到的工单', under: '一行一张工单，顺序与列表一致' },
    customer: { all: '导出客户', found: '导出搜到的客户', under: '一行一位客户，新建的在前' },
  },
  ofView: '导出“{{name}}”',
  format: '文件格式',
  xlsx: 'Excel（.xlsx）',
  csv: 'CSV',
  columns: '要导出的列',
  chosen: '已选 {{count}} 列',
  usual: '恢复默认',
  all: '全选',
  none: '请至少选一列',
  run: '导出',
  told: '导出会记入审计日志',
} as const
