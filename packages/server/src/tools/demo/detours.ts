import { type Cast, nextFor, type Player, taker } from './cast.ts'
import { awake, day, hour, minute } from './hours.ts'
import type { Matter } from './matter.ts'
import type { Chance } from './random.ts'
import type { Script } from './script.ts'
import { chased, filled } from './talk.ts'

/** What keeps a matter from going straight: handed on, handed back, urged, waiting, paused. Answers who has it then. */
export function detours(script: Script, matter: Matter, cast: Cast, first: Player, chance: Chance): Player {
  const { happens } = chance
  if (matter.urgency === 'normal' && happens(6)) extended(script, first, cast, chance)
  const holder = happens(26) ? handedOn(script, matter, cast, first, chance) : first
  if (happens(9)) urged(script, matter, cast, chance)
  if (happens(17)) told(script, matter, holder, chance)
  if (happens(6)) waits(script, holder, matter, chance)
  else if (happens(2.5)) paused(script, holder, cast, chance)
  if (matter.mood === 'angry' && matter.urgency === 'normal' && happens(14)) {
    const supervisor = cast.supervisorOf(holder.department)
    script.does(nextFor(supervisor, script.now, 20 * minute, chance), supervisor, 'ticket.update', {
      urgency: 'urgent',
    })
  }
  return holder
}

function handedOn(script: Script, { part, facts }: Matter, cast: Cast, from: Player, chance: Chance): Player {
  const { happens, one } = chance
  if (!part.passOn || part.passOn.to === from.department) return from
  const { to, reason } = part.passOn
  script.does(nextFor(from, script.now, 12 * minute, chance), from, 'ticket.transfer', {
    departmentId: cast.departmentIds[to],
    reason: filled(one(reason), facts),
    ...(happens(60) && { note: filled(`${one(part.note)}，订单{order}`, facts) }),
  })
  const { player, at } = taker(cast, to, script.now, chance)
  script.does(nextFor(player, at, 18 * minute, chance), player, 'ticket.claim')
  if (!happens(14)) return player
  script.does(nextFor(player, script.now, 12 * minute, chance), player, 'ticket.return', {
    reason: one([
      '不属于我们部门的范围，请原部门继续',
      '缺少凭证，补齐后再转',
      '客户已改变诉求，请先确认',
      '信息不全，缺序列号',
    ]),
  })
  // To the pool of the department that it came to, from which it had been claimed: back to where it was handed on.
  script.does(
    nextFor(cast.supervisorOf(from.department), script.now, 10 * minute, chance),
    cast.supervisorOf(from.department),
    'ticket.assign',
    {
      departmentId: cast.departmentIds[from.department],
      assigneeId: from.id,
    },
  )
  script.does(nextFor(from, script.now, 9 * minute, chance), from, 'ticket.acknowledge')
  return from
}

/** More time is asked for, and the supervisor says yes, or half of it. */
function extended(script: Script, holder: Player, cast: Cast, chance: Chance): void {
  const { one, happens } = chance
  script.does(nextFor(holder, script.now, 10 * minute, chance), holder, 'ticket.requestExtension', {
    seconds: 16 * 3600,
    reason: one(['厂家配件三天后到货', '需等平台仲裁结果', '客户约定下周上门', '需等仓库盘点后才能确认']),
  })
  const supervisor = cast.supervisorOf(holder.department)
  script.does(nextFor(supervisor, script.now, 20 * minute, chance), supervisor, 'ticket.grantExtension', {
    ...(happens(30) && { seconds: 8 * 3600 }),
    note: one(['请每天更新进度', '同意，注意向客户说明', '同意']),
  })
}

function urged(script: Script, { facts }: Matter, cast: Cast, chance: Chance): void {
  const { one, happens } = chance
  if (happens(70))
    script.does(awake(script.now + chance.wait(2 * hour)), 'customer', 'ticket.receive', {
      body: chased(facts, chance),
    })
  const urger = happens(50) ? cast.supervisorOf('投诉处理部') : taker(cast, '综合受理部', script.now, chance).player
  script.does(nextFor(urger, script.now, 8 * minute, chance), urger, 'ticket.urge', {
    note: one(['客户来电催促', '客户在线催办，请尽快', '已承诺今天答复', '客户情绪激动，请优先']),
  })
}

function told(script: Script, { facts }: Matter, holder: Player, chance: Chance): void {
  const body = filled(
    chance.one([
      '已联系相关同事核实，预计今天内有结果',
      '正在核对记录，稍后更新',
      '已提交主管审批',
      '已与客户电话沟通，客户同意等待',
      '资料已补齐，进入处理',
      '对方回复：两个工作日内给结论',
    ]),
    facts,
  )
  script.does(nextFor(holder, script.now, 40 * minute, chance), holder, 'ticket.progress', { body })
}

/** For somebody else: from a few hours to two days. The customer's next word, or our own, ends it. */
function waits(script: Script, holder: Player, { facts }: Matter, chance: Chance): void {
  const { one, whole } = chance
  // Only what is in progress can be put on hold: the customer's answer makes it so.
  script.does(awake(script.now + chance.wait(30 * minute)), 'customer', 'ticket.receive', {
    body: one(['好的，我等你们消息。', '可以等，但请给个准确时间。', '行，有结果告诉我。']),
  })
  script.does(nextFor(holder, script.now, 15 * minute, chance), holder, 'ticket.hold', {
    reason: filled(one(['等待外部回复', '等待审批', '等待相关部门核实', '已约定{days}天后答复']), facts),
  })
  script.waitUntil(script.now + whole(5, 44) * hour)
}

function paused(script: Script, holder: Player, cast: Cast, chance: Chance): void {
  const { one, whole } = chance
  const supervisor = cast.supervisorOf(holder.department)
  script.does(nextFor(supervisor, script.now, 15 * minute, chance), supervisor, 'ticket.pause', {
    reason: one(['客户出差，约定返程后处理', '平台介入中，暂停处理', '客户要求暂缓，考虑方案']),
  })
  script.waitUntil(script.now + whole(1, 2) * day + whole(0, 8) * hour)
  script.does(nextFor(supervisor, script.now, 20 * minute, chance), supervisor, 'ticket.resume', {
    reason: one(['客户已返回', '平台已出结论', '客户同意方案']),
  })
}
