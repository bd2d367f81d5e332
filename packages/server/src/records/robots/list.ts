import type { Records } from '@baton/contract'
import { newestBy } from '../../kernel/deliveries/index.ts'
import { type Kind, mayOn, type Present, type Reading } from '../../kernel/kinds.ts'
import { pageOfAll, read } from '../../kernel/read.ts'
import { hintsOf } from '../../kernel/secrets/index.ts'
import type { Row } from '../../kernel/steps.ts'
import { robotKind } from './kind.ts'
import { type Robot, robots } from './robots.ts'

/** In the order of their making. Archived ones only when asked for. */
export const listRobots = read('robot.list', async (reading, input) => {
  const all = reading.picture
    .of(robots)
    .all.filter(robot => (input.archived || !robot.archived) && may('robot.list', robot, reading))
  const { shown, nextCursor } = pageOfAll(all, input)
  return { items: await records(reading, shown), nextCursor }
})

export const presentRobots: Present = async (reading, ids) => {
  const { byId } = reading.picture.of(robots)
  return records(
    reading,
    ids.map(byId).filter(robot => robot !== undefined),
  )
}

async function records(reading: Reading, shown: readonly Robot[]): Promise<Row[]> {
  const ids = shown.map(({ id }) => id)
  const [hints, newest] = await Promise.all([
    hintsOf(reading.db, ids),
    newestBy(reading.db, ids, reading.caller.locale),
  ])
  return shown.map(robot => {
    const record: Records['robot'] = {
      ...robot,
      secrets: hints.get(robot.id) ?? {},
      last: newest.get(robot.id) ?? null,
      allowed: robot.archived ? [] : verbs.filter(name => may(name, robot, reading)),
    }
    return { ...record }
  })
}

const verbs = ['robot.update', 'robot.archive', 'robot.test'] as const

const may = (name: string, robot: Robot, reading: Reading): boolean =>
  mayOn(robotKind as unknown as Kind, name, robot, reading.caller, reading)
