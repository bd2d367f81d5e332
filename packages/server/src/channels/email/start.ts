import type { Desk } from '../../kernel/desk.ts'
import { type Intake, startIntake } from './intake.ts'
import { type Listener, listen } from './listener.ts'

export interface Mailing {
  /** Undefined when this desk takes no mail. */
  port: number | undefined
  intake: Intake
  stop(): Promise<void>
}

/** Takes mail in, where the operator says so, and handles what the ledger holds. */
export async function startMailing(desk: Desk): Promise<Mailing> {
  const intake = startIntake(desk)
  const at = desk.config.smtpListen
  let listener: Listener | undefined
  try {
    listener = at && (await listen(desk, at, { connected: intake.warm, accepted: intake.wake }))
  } catch (error) {
    await intake.stop()
    throw error
  }
  if (listener) desk.log.info({ port: listener.port }, 'mail is taken in')
  return {
    port: listener?.port,
    intake,
    async stop() {
      await listener?.stop()
      await intake.stop()
    },
  }
}
