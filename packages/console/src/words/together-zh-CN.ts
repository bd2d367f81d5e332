/** 同看一张工单的用语 */
export const togetherZhCN = {
  viewers: '也在看这张工单的人',
  also: '{{names}} 也在看',
  and: '；',
  typing: {
    reply: '{{names}} 正在回复',
    note: '{{names}} 正在写备注',
    progress: '{{names}} 正在更新进度',
  },
  news: {
    'ticket.assigned': '刚刚由 {{actor}} 分派给 {{to}}',
    'ticket.transferred': '刚刚由 {{actor}} 转给 {{to}}',
    'ticket.returned': '刚刚由 {{actor}} 退回给 {{to}}',
    'ticket.pooled': '刚刚回到 {{to}} 待领取',
    'ticket.claimed': '刚刚由 {{actor}} 领取',
    'ticket.acknowledged': '刚刚由 {{actor}} 接收',
    'ticket.solved': '刚刚由 {{actor}} 处理完毕',
    'ticket.closed': '刚刚由 {{actor}} 关闭',
    'ticket.cancelled': '刚刚由 {{actor}} 取消',
    'ticket.forceEnded': '刚刚由 {{actor}} 强制结束',
    'ticket.reopened': '刚刚由 {{actor}} 重新打开',
    'ticket.followedUp': '刚刚由 {{actor}} 转为待跟进',
    'ticket.paused': '刚刚由 {{actor}} 暂停',
    'ticket.resumed': '刚刚由 {{actor}} 恢复',
  },
  moved: '{{why}}。您写的内容已保留；仍要发送，请再按一次。',
} as const
