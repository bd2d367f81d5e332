import { deskTopic } from '../../kernel/ids.ts'
import { done, put, refuse, refuseField, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'

interface Prepared {
  known: boolean
  parked: number
}

/**
 * A follower is to handle once more what it failed at, oldest first: when its cause is mended. The process that feeds the
 * follower does it; what fails again stays parked.
 */
export const replayParked = verb<'health.replay', Prepared>('health.replay', {
  async prepare({ db }, { follower }) {
    const known = await db.selectFrom('followers').select('name').where('name', '=', follower).executeTakeFirst()
    const { n } = await db
      .selectFrom('parked_events')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('follower', '=', follower)
      .executeTakeFirstOrThrow()
    return { known: known !== undefined, parked: n }
  },
  decide({ prepared: { known, parked } }, { follower }, { now }) {
    if (!known) return refuseField('follower', 'unknown_id')
    if (parked === 0) return refuse('health.noneParked', { follower })
    return done(deskTopic, [
      put('replays', ['follower'], { follower, at: now }),
      tell('health.replayed', deskTopic, deskTopic, { follower, count: parked }),
    ])
  },
})
