/** 视图的用语。 */
export const viewsZhCN = {
  verb: {
    'view.update': '修改视图',
    'view.publish': '发布视图',
    'view.restore': '恢复视图',
    'ticket.groups': '查看视图分组',
  },
  event: {
    'view.updated': '{actor} 修改了视图 {name}[：{changes}]',
    'view.published': '{actor} 发布了视图 {name}（{audience}）',
    'view.restored': '{actor} 恢复了视图 {name}',
  },
  fieldName: {
    where: '条件',
    text: '搜索词',
    order: '排序',
    columns: '列',
    groupBy: '分组',
    layout: '显示方式',
    audience: '可见范围',
  },
  problem: {
    'view.archived': '该视图已删除，请先恢复',
    'view.shipped': '内置视图不能修改，可以另存为自己的视图',
  },
  field: {
    'view.columnTwice': '同一列出现了两次',
    'audience.nobody': '没有所属人，不能仅供自己使用',
    'view.group': '不能按这个字段分组',
  },
  audience: { me: '仅自己', departments: '指定部门', everyone: '所有人' },
  layout: { list: '列表', table: '表格', board: '看板' },
} as const
