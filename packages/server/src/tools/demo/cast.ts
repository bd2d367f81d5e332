import { hour, isAtWork, minute, whenAtWork } from './hours.ts'
import type { RoleKey } from './organisation.ts'
import type { Chance } from './random.ts'
import type { Department } from './topics/index.ts'

/** Somebody at the desk, and until when they are busy with what. */
export interface Player {
  id: string
  name: string
  /** The place in the list of people, from 0. */
  at: number
  department: Department
  role: RoleKey
  late: boolean
  /** When the matters that they took end. */
  until: number[]
}

export interface Cast {
  players: readonly Player[]
  departmentIds: Readonly<Record<Department, string>>
  supervisorOf(department: Department): Player
  reviewer: Player
}

export function castOf(players: readonly Player[], departmentIds: Cast['departmentIds']): Cast {
  const first = (found: Player | undefined): Player => {
    if (!found) throw new Error('the cast is not complete')
    return found
  }
  return {
    players,
    departmentIds,
    supervisorOf: department => first(players.find(one => one.department === department && one.role === 'supervisor')),
    reviewer: first(players.find(one => one.role === 'reviewer')),
  }
}

export const loadAt = ({ until }: Player, time: number): number => until.filter(end => end > time).length

/** Who of the department takes it, and when: who is there first and has least in hand. */
export function taker(
  cast: Cast,
  department: Department,
  time: number,
  chance: Chance,
  not?: Player,
): { player: Player; at: number } {
  const able = cast.players.filter(
    one => one.department === department && one !== not && (one.role === 'agent' || one.role === 'handler'),
  )
  const asked = able.map(player => {
    const at = whenAtWork(time, player.late, player.at, chance)
    return { player, at, rank: at + loadAt(player, at) * 9 * minute + chance.whole(0, 6) * minute }
  })
  const [best] = asked.sort((a, b) => a.rank - b.rank)
  if (!best) throw new Error(`nobody works in ${department}`)
  return best
}

/** Who answers the telephone then; undefined by night. */
export function onThePhone({ players }: Cast, time: number, { one }: Chance): Player | undefined {
  const there = players.filter(
    player => player.department === '综合受理部' && player.role === 'agent' && isAtWork(time, player.late, player.at),
  )
  return there.length > 0 ? one(there) : undefined
}

/** The next moment at which this person does something, after a wait of this median. */
export function nextFor(player: Player, from: number, median: number, chance: Chance): number {
  const soon = from + Math.min(chance.wait(median), 30 * hour) + minute / 2
  return whenAtWork(soon, player.late, player.at, chance)
}
