import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Robot } from './robots.ts'

/** What a robot says. `text` may hold `**bold**`, `[words](address)`, `- lists` and `> quotes`; the address leads on. */
export interface RobotWords {
  title: string
  text: string
  url?: string | undefined
}

/** What a delivery by robot sends, whole and the same at every try. */
export interface RobotRequest extends Record<string, unknown> {
  robotId: string
  title: string
  text: string
  url: string | null
}

export type About = Pick<DeliveryDraft, 'topicId' | 'purpose' | 'cause'> & { id?: string; messageId?: string | null }

/**
 * The delivery by which this robot says these words: put it into the outbox. Of what strangers wrote, take `unmarked`
 * into the text. Pure but for the id.
 */
export function robotDraft(robot: Robot, { title, text, url }: RobotWords, about: About): DeliveryDraft {
  const request: RobotRequest = { robotId: robot.id, title, text, url: url ?? null }
  const { id = newId(), messageId = null, topicId, purpose, cause } = about
  const draft = { id, topicId, messageId, channel: 'robot', purpose, recipient: robot.name, targetId: robot.id, cause }
  return { ...draft, request, ...(robot.archived && { suppressed: 'delivery.robotGone' }) }
}

/** A customer's own words, so that they neither look like ours nor call anybody: markup and mentions become mere letters. */
export const unmarked = (text: string): string => text.replace(/[*_`~[\]()<>#|@\\]/g, letter => wide[letter] ?? letter)

/** The full-width twins, which no platform takes for markup. */
const wide: Readonly<Record<string, string>> = Object.fromEntries(
  [...'*_`~[]()<>#|@\\'].map(letter => [letter, String.fromCharCode(letter.charCodeAt(0) + 0xfee0)]),
)
