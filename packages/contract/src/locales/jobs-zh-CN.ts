/** 后台作业与批量操作的用语。 */
export const jobsZhCN = {
  verb: {
    'bulk.start': '批量操作',
    'job.cancel': '停止后台作业',
    'job.undo': '撤销后台作业',
    'job.retry': '重试未成功的',
    'job.get': '查看后台作业',
    'job.list': '查看后台作业列表',
    'job.rows': '查看后台作业明细',
  },
  event: {
    'job.started': '{actor} 开始了{kind}[：{verb}][，共 {count} 项]',
    'job.cancelled': '{actor} 停止了{kind}[：{verb}][，已做 {count} 项]',
  },
  jobKind: { bulk: '批量操作', undo: '撤销批量操作', import: '导入' },
  problem: {
    'job.over': '作业已经结束',
    'job.going': '作业还在进行，请等它结束或先停止',
    'job.noRetry': '这项作业不能重试',
    'job.noUndo': '这项操作不能撤销',
    'job.nothingToRetry': '没有未成功的内容',
    'job.nothingToUndo': '没有可以撤销的内容',
    'job.undoing': '正在撤销，请勿重复操作',
    'job.unchanged': '原本就是这样，没有改动',
    'job.changedSince': '之后又有改动，未撤销',
    'job.cancelled': '作业已停止，未处理',
    'job.nobody': '发起人已停用，或其密钥已失效',
    'job.lost': '要处理的内容已不可读取',
  },
  field: {
    'bulk.both': '指定了工单，就不能再用视图、条件或搜索来选',
    'bulk.one': '每张工单不同，不能批量填写',
    'bulk.files': '批量操作不能带附件',
  },
  text: {
    'job.mark': '{text}（批量操作）',
    'job.undo': '撤销：{name}',
    'job.fields': '{name}（{fields}）',
    'job.undoReason': '撤销批量操作',
  },
} as const
