import { deskTopic, newId } from '../../kernel/ids.ts'
import { done, refuse, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'

/** The robot says a few words in its group; what becomes of them is seen on the robot and among the deliveries. */
export const testRobot = verb('robot.test', {
  subjects: ({ robotId }) => ({ robot: [robotId] }),
  decide(scene) {
    const { id, name, archived_at } = scene.one('robot')
    if (archived_at) return refuse('robot.archived')
    return done(id, [tell('robot.tested', deskTopic, id, { name, deliveryId: newId() })])
  },
})
