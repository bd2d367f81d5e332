/** 通话的用语：发生的事、能做的事、出的错，以及它的几种状态。 */
const event = {
  'call.rang': '来电[ {number}]，振铃 {agentId}',
  'call.answered': '{actor} 接听了来电[ {number}]',
  'call.started': '{actor} 开始通话[ {number}]',
  'call.ended': '{actor} 结束通话[ {number}][，时长 {seconds}]',
  'call.missed': '未接来电[ {number}][（{agentId}）]',
  'call.dismissed': '{actor} 标记来电[ {number}] 无需处理[：{note}]',
  'call.settled': '{actor} 处理了来电[ {number}]：{outcome}',
  'ticket.called': '{actor} 记录了{direction}，{outcome}[，时长 {seconds}]',
  'ticket.callEnded': '登记时的通话结束[，时长 {seconds}]',
} as const

const verb = {
  'call.ring': '来电振铃',
  'call.answer': '接听来电',
  'call.end': '结束通话',
  'call.start': '开始通话',
  'call.dismiss': '标记来电无需处理',
  'call.lapse': '通话到时了结',
  'call.get': '查看通话',
  'call.list': '查看通话记录',
  'ticket.openAnswered': '当场答复',
  'ticket.recordCall': '登记通话',
} as const

const problem = {
  'call.over': '通话已经结束',
  'call.used': '该通话已经登记在工单 {number} 上',
  'call.notMissed': '只有未处理的未接来电可以回拨',
  'call.handled': '该来电已经处理过了',
  'call.underway': '通话还没有结束',
  'ticket.moved': '您书写期间，工单已变为「{status}」，现由 {holder} 负责',
  'ticket.noOneAnswers': '当场答复的人必须是坐席',
} as const

const field = {
  'time.future': '时间不能晚于现在',
  'time.old': '时间不能早于一年前',
  'time.order': '结束时间不能早于开始时间',
  'call.severalAgents': '有多人使用这个分机：{names}',
} as const

/** 通话的字段，以及电话登记时填写的备注（R-085）。 */
const fieldName = {
  agentId: '坐席',
  state: '通话状态',
  direction: '方向',
  orderNo: '订单号',
  productModel: '产品型号',
  remarks: '沟通要点',
} as const

const direction = { in: '来电', out: '去电' } as const
const reach = { reached: '已接通', unreached: '未接通' } as const
const callState = { ringing: '振铃中', talking: '通话中', ended: '已结束', missed: '未接' } as const
const callOutcome = {
  opened: '已建单',
  answered: '当场答复',
  recorded: '已记到工单',
  calledBack: '已回拨',
  unreached: '未接通',
  dismissed: '无需处理',
  lapsed: '未收到挂断',
} as const

export const callsZhCN = {
  event,
  verb,
  fieldName,
  problem,
  field,
  sections: { direction, reach, callState, callOutcome },
} as const
