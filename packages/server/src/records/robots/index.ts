import { module } from '../../kernel/module.ts'
import { archiveRobot } from './archive.ts'
import { createRobot } from './create.ts'
import { robotKind } from './kind.ts'
import { listRobots, presentRobots } from './list.ts'
import { robots } from './robots.ts'
import { testRobot } from './test-robot.ts'
import { updateRobot } from './update.ts'

export { type RobotRequest, type RobotWords, robotDraft, unmarked } from './draft.ts'
export { type Robot, type Robots, robots } from './robots.ts'

/** The robots of group chats, by which the desk speaks to its own people in WeCom, DingTalk and Feishu. */
export const robotsRoom = module({
  name: 'robots',
  verbs: {
    'robot.create': createRobot,
    'robot.update': updateRobot,
    'robot.archive': archiveRobot,
    'robot.test': testRobot,
  },
  reads: { 'robot.list': listRobots },
  kinds: [robotKind],
  presenters: { robot: presentRobots },
  configuration: [robots],
})
