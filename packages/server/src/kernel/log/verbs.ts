import type { Desk } from '../desk.ts'
import { Problem } from '../problems.ts'
import { leaseCursor, leaseSeconds, moveLeased, sameCursor } from './cursors.ts'
import type { Cursor, LoggedEvent } from './event.ts'
import type { VerbCall, VerbFollower } from './follower.ts'
import { park, splitParked, type Tries } from './parking.ts'
import type { Windows } from './windows.ts'

/** Verbs caused by verbs caused by verbs … end here: a loop of rules cannot run away. */
const deepest = 12
/** Long batches renew the lease in between. */
const renewAfter = (leaseSeconds * 1000) / 3

/** Feeds a verb-making follower one batch; answers where it stands now, or undefined when another process has the lease. */
export async function feedVerbs(
  desk: Desk,
  follower: VerbFollower,
  windows: Windows,
  tries: Tries,
  process: string,
  stood?: Cursor,
  ahead?: Cursor,
): Promise<Cursor | undefined> {
  const cursor = await leaseCursor(desk.db, follower.name, process)
  if (!cursor) return undefined
  const isWhereItStood = stood !== undefined && sameCursor(stood, cursor)
  const batch = await windows.after((isWhereItStood ? ahead : undefined) ?? cursor)
  let moved = cursor
  let written = cursor
  let since = performance.now()
  const write = async () => {
    if (moved === written) return true
    written = moved
    since = performance.now()
    return moveLeased(desk.db, follower.name, process, moved, desk.clock())
  }
  for (const event of batch.events) {
    if ((follower.hears as readonly string[]).includes(event.type)) {
      try {
        await handle(desk, follower, event, tries)
      } catch (error) {
        await write()
        throw error
      }
    }
    moved = { ...batch.cursor, seq: event.seq }
    if (performance.now() - since > renewAfter && !(await write())) return undefined
  }
  return (await write()) ? moved : undefined
}

async function handle(desk: Desk, follower: VerbFollower, event: LoggedEvent, tries: Tries): Promise<void> {
  const { behind } = await splitParked(desk.db, follower.name, [event])
  if (behind.length > 0) return park(desk.db, follower.name, event, 'an earlier event of the same topic is parked')
  if (tries.isSpent(follower.name, event.seq)) {
    desk.log.error({ follower: follower.name, seq: event.seq }, 'an event is parked')
    await park(desk.db, follower.name, event, tries.errorOf(follower.name))
  } else {
    try {
      await act(desk, follower, event)
    } catch (error) {
      tries.failed(follower.name, [event], error)
      throw error
    }
  }
  tries.settled(follower.name, event.seq)
}

/** Does what the event asks for, under the keys that make it happen once. */
export async function act(desk: Desk, follower: VerbFollower, event: LoggedEvent): Promise<void> {
  if (event.depth >= deepest) {
    desk.log.warn({ follower: follower.name, seq: event.seq }, 'a chain of events is too deep and ends here')
    return
  }
  const calls = await follower.act(event, desk)
  for (const [n, call] of calls.entries()) {
    const key = `${event.seq}:${call.key ?? n}`
    const refused = await perform(desk, follower, event, call, key)
    if (refused && call.otherwise) await perform(desk, follower, event, call.otherwise(refused), `${key}:otherwise`)
  }
}

/** Answers with the refusal, if it was one: the state of things has moved on, and trying again would not change it. */
async function perform(
  desk: Desk,
  follower: VerbFollower,
  event: LoggedEvent,
  call: VerbCall,
  idempotencyKey: string,
): Promise<Problem | undefined> {
  const by = {
    caller: call.caller ?? desk.systemCaller(follower.name),
    idempotencyKey,
    cause: { seq: event.seq, depth: event.depth },
  }
  try {
    await desk.perform(call.verb, call.input, by)
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    desk.log.info(
      { follower: follower.name, seq: event.seq, verb: call.verb, code: error.code },
      'a follower was refused',
    )
    return error
  }
}
