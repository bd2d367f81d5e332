/** Notifications: who is told of what happens, and what leaves the house by push or mail, and when. */
import type { Desk } from '../../kernel/desk.ts'
import { every } from '../../kernel/every.ts'
import { module } from '../../kernel/module.ts'
import { forgetOld } from '../../records/notifications/index.ts'
import { tellParked } from './parked.ts'
import { sendDue } from './send.ts'
import { tellPeople } from './tell.ts'

const often = 2000
const seldom = 20_000
const hourly = 3_600_000

async function start(desk: Desk): Promise<() => Promise<void>> {
  const sending = every(often, async () => void (await sendDue(desk)), desk)
  const watching = every(seldom, async () => void (await tellParked(desk)), desk)
  const forgetting = every(hourly, () => forgetOld(desk.db, desk.clock()), desk)
  return async () => {
    await Promise.all([sending.stop(), watching.stop(), forgetting.stop()])
  }
}

export const notifying = module({ name: 'notifying', followers: [tellPeople], start })
