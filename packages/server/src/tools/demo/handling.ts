import { type Cast, nextFor, type Player, taker } from './cast.ts'
import { detours } from './detours.ts'
import { awake, hour, minute } from './hours.ts'
import type { Matter } from './matter.ts'
import type { Chance } from './random.ts'
import type { Script } from './script.ts'
import {
  answered,
  chased,
  complainedAgain,
  concluded,
  filled,
  greeted,
  ratingOf,
  resumed,
  silent,
  thanked,
  toldBy,
} from './talk.ts'

/** Who takes it up, when, and whether it was given to them when it was opened. */
export interface Taking {
  player: Player
  at: number
  isHolder: boolean
}

/** From lying in a pool to being settled: what people and the customer do, in their order. */
export function handle(script: Script, matter: Matter, cast: Cast, taking: Taking, chance: Chance): void {
  const { part, turns, mood } = matter
  const { happens, one } = chance
  const withdraws = !taking.isHolder && happens(1.4)
  let holder = takeUp(script, matter, cast, taking, chance)
  if (withdraws) {
    const reason = one(['客户来电取消，问题已自行解决', '重复提交，客户要求取消', '客户误操作提交'])
    const supervisor = cast.supervisorOf(holder.department)
    script.does(nextFor(supervisor, script.now, 30 * minute, chance), supervisor, 'ticket.cancel', { reason })
    return
  }

  let facts = toldBy(matter.facts, holder.name)
  if (happens(24))
    script.does(nextFor(holder, script.now, 3 * minute, chance), holder, 'ticket.note', {
      body: filled(one(part.note), facts),
    })
  script.does(firstAnswerAt(script, matter, holder, taking, chance), holder, 'ticket.reply', {
    body: greeted(turns.first, mood, facts, chance),
    thenStatus: happens(62) ? 'pending_customer' : 'same',
  })

  if (happens(86)) {
    script.does(
      awake(script.now + chance.wait(taking.isHolder ? 2 * minute : 50 * minute)),
      'customer',
      'ticket.receive',
      {
        body: answered(turns.reply, mood, facts, chance),
      },
    )
  } else script.waitUntil(script.now + chance.wait(20 * hour))

  holder = detours(script, matter, cast, holder, chance)
  facts = toldBy(facts, holder.name)
  const hasAnswered = script.acts.some(({ verb }) => verb === 'ticket.receive')

  script.does(nextFor(holder, script.now, taking.isHolder ? 3 * minute : 2 * hour, chance), holder, 'ticket.reply', {
    body: concluded(hasAnswered ? turns.deed : one(silent), facts, chance),
  })
  if (happens(55)) {
    script.does(awake(script.now + chance.wait(5 * hour)), 'customer', 'ticket.receive', {
      body: thanked(mood, facts, chance),
    })
  } else script.waitUntil(script.now + chance.wait(taking.isHolder ? minute : 6 * hour))
  const told = { ...matter, facts }
  settle(script, told, holder, chance)
  afterwards(script, told, cast, holder, chance)
  holder.until.push(script.now)
  if (happens(46)) rated(script, told, holder, chance)
}

/** Claimed, given by the supervisor, or held from the beginning; answered by somebody in any case. */
function takeUp(
  script: Script,
  { department }: Matter,
  cast: Cast,
  { player, at, isHolder }: Taking,
  chance: Chance,
): Player {
  const { happens, one } = chance
  if (isHolder) {
    script.does(at + 20_000, player, 'ticket.acknowledge')
    return player
  }
  if (happens(27)) {
    const supervisor = cast.supervisorOf(department)
    const given = nextFor(supervisor, script.now, 14 * minute, chance)
    const { player: chosen } = taker(cast, department, given, chance)
    script.does(given, supervisor, 'ticket.assign', {
      departmentId: cast.departmentIds[department],
      assigneeId: chosen.id,
      ...(happens(40) && {
        note: one([
          '老客户，请优先处理',
          '请今天内答复',
          '同类问题你处理过，麻烦跟进',
          '注意安抚情绪',
          '金额较大，谨慎处理',
        ]),
      }),
    })
    script.does(nextFor(chosen, script.now, 6 * minute, chance), chosen, 'ticket.acknowledge')
    return chosen
  }
  script.does(nextFor(player, at, 9 * minute, chance), player, 'ticket.claim')
  return player
}

/** Mostly within the hour; a few lie too long, whatever was promised. */
function firstAnswerAt(
  script: Script,
  { urgency }: Matter,
  holder: Player,
  { isHolder }: Taking,
  chance: Chance,
): number {
  if (isHolder) return script.now + chance.whole(30, 240) * 1000
  const forgotten = { normal: [25, 40], urgent: [4, 9], critical: [2, 5] } as const
  const [from, to] = forgotten[urgency]
  const from0 = chance.happens(urgency === 'normal' ? 3 : 6)
    ? script.now + chance.whole(from * 60, to * 60) * minute
    : script.now
  const hurry = { normal: 12, urgent: 6, critical: 3 }[urgency]
  return nextFor(holder, from0, hurry * minute, chance)
}

function settle(script: Script, { turns, facts }: Matter, holder: Player, chance: Chance): void {
  const at = nextFor(holder, script.now, 8 * minute, chance)
  script.does(at, holder, 'ticket.solve', { result: filled(turns.result, facts) })
  script.does(at + minute, 'desk', 'survey.send', { channels: ['email', 'sms'] })
}

/** How the customer found it; whoever found it bad is answered once more. */
function rated(script: Script, matter: Matter, holder: Player, chance: Chance): void {
  const { score, comment } = ratingOf(matter.mood, chance)
  script.does(awake(script.now + chance.wait(4 * hour)), 'customer', 'survey.answer', {
    score,
    ...(comment && { comment }),
  })
  if (score > 2) return
  script.does(nextFor(holder, script.now, 2 * hour, chance), holder, 'ticket.reply', {
    body: resumed(matter.facts, chance),
  })
  script.waitUntil(script.now + chance.wait(6 * hour))
  settle(script, matter, holder, chance)
}

/** What may still come: the customer is not content, the reviewer calls, or it is closed by hand. */
function afterwards(script: Script, matter: Matter, cast: Cast, holder: Player, chance: Chance): void {
  const isAngry = matter.mood === 'angry'
  if (chance.happens(isAngry ? 11 : 4)) comesBack(script, matter, holder, chance)
  else if (chance.happens(isAngry ? 6 : 1.2)) calledBack(script, matter, cast, holder, chance)
  else if (chance.happens(7)) closedByHand(script, cast, chance)
}

/** Within the days until it closes by itself. */
function comesBack(script: Script, matter: Matter, holder: Player, chance: Chance): void {
  const { facts } = matter
  const { happens, whole } = chance
  const body = complainedAgain(facts, chance)
  script.does(awake(script.now + whole(3, 60) * hour), 'customer', 'ticket.receive', { body })
  const again = { body: resumed(facts, chance) }
  script.does(nextFor(holder, script.now, 35 * minute, chance), holder, 'ticket.reply', again)
  if (happens(35))
    script.does(awake(script.now + whole(4, 20) * hour), 'customer', 'ticket.receive', { body: chased(facts, chance) })
  script.waitUntil(script.now + chance.wait(9 * hour))
  settle(script, matter, holder, chance)
}

function calledBack(script: Script, matter: Matter, { reviewer }: Cast, holder: Player, chance: Chance): void {
  const reason = chance.one([
    '回访：客户表示问题未彻底解决',
    '回访：对补偿不满意',
    '回访：客户要求主管回电',
    '回访：承诺的时间没有兑现',
  ])
  const at = nextFor(reviewer, script.now + chance.whole(6, 40) * hour, 20 * minute, chance)
  script.does(at, reviewer, 'ticket.followUp', { reason })
  const again = { body: resumed(matter.facts, chance) }
  script.does(nextFor(holder, script.now, 2 * hour, chance), holder, 'ticket.reply', again)
  script.waitUntil(script.now + chance.wait(10 * hour))
  settle(script, matter, holder, chance)
}

function closedByHand(script: Script, { reviewer }: Cast, chance: Chance): void {
  const at = nextFor(reviewer, script.now + chance.whole(2, 40) * hour, 20 * minute, chance)
  // Later it has closed by itself.
  if (at > script.now + 70 * hour) return
  const reason = chance.one(['回访满意，提前归档', '客户确认无其他问题', '已电话回访，客户认可'])
  script.does(at, reviewer, 'ticket.close', { reason })
}
