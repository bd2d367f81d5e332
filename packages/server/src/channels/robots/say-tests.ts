import { problemText } from '@baton/contract'
import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import type { RowFollower } from '../../kernel/log/follower.ts'
import { robotDraft, robots, unmarked } from '../../records/robots/index.ts'
import { settings } from '../../records/settings/index.ts'

/** Whoever tries a robot sees a few words in its group. */
export const sayTests: RowFollower = {
  kind: 'rows',
  name: 'robots.tests',
  hears: ['robot.tested'],
  async write(tx, events, desk) {
    const picture = await desk.configuration.at(tx.version)
    const { locale, publicUrl } = desk.config
    const drafts = events.flatMap((event): DeliveryDraft[] => {
      const robot = picture.of(robots).byId(event.subject_id)
      if (!robot) return []
      const words = { desk: unmarked(picture.of(settings).deskName), name: unmarked(robot.name) }
      const said = {
        title: problemText(locale, 'robot', 'testTitle', {}),
        text: problemText(locale, 'robot', 'testText', words),
        url: publicUrl,
      }
      // It is about the robot itself.
      const about = { id: String(event.payload.deliveryId), topicId: robot.id, purpose: 'test', cause: event }
      return [robotDraft(robot, said, about)]
    })
    if (drafts.length > 0) await desk.outbox.put(tx, drafts)
  },
}
