import {
  callOut,
  type DeliveryRow,
  failureByStatus,
  type OpenSender,
  SendError,
  type Sender,
} from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
import { encrypt, mostBytes } from './encrypt.ts'
import { authorization } from './vapid.ts'

/** What a browser shows, as its service worker reads it. */
interface PushRequest {
  subscriptionId: string
  payload: { title: string; body: string; url: string; tag: string; urgent: boolean }
}

/** A browser that is shut takes it within this long, or never: seconds. */
const keptFor = 4 * 3600

/** Sends to browsers by Web Push. */
export const pushSender: Sender = {
  channel: 'push',
  atOnce: 8,
  perMinute: 1200,
  pauses: [30, 120, 600, 1800],
  open,
}

function open(desk: Desk): OpenSender {
  return {
    async send(delivery: DeliveryRow) {
      const { subscriptionId, payload } = delivery.request as unknown as PushRequest
      const browser = await desk.db
        .selectFrom('push_subscriptions')
        .selectAll()
        .where('id', '=', subscriptionId)
        .executeTakeFirst()
      if (!browser) throw new SendError('permanent', 'delivery.noSubscription')
      const answer = await callOut(desk, {
        url: browser.endpoint,
        body: encrypt(bytesOf(payload), browser),
        headers: {
          authorization: await authorization(desk, browser.endpoint),
          'content-encoding': 'aes128gcm',
          'content-type': 'application/octet-stream',
          ttl: String(keptFor),
          urgency: payload.urgent ? 'high' : 'normal',
          topic: payload.tag.slice(0, 32),
        },
      }).catch((error: unknown) => {
        throw error instanceof SendError ? again(error) : error
      })
      if (answer.status === 404 || answer.status === 410) {
        await forget(desk, subscriptionId)
        throw new SendError('permanent', 'delivery.noSubscription')
      }
      const failure = failureByStatus(answer)
      if (failure) throw again(failure)
      return { providerId: null }
    },
    async close() {},
  }
}

/** What may have been taken is sent again all the same: its tag makes the second one replace the first. */
const again = (error: SendError): SendError =>
  error.failure === 'uncertain' ? new SendError('passing', error.message, { cause: error }) : error

/** The browser is gone, or does not want it any more. */
async function forget(desk: Desk, subscriptionId: string): Promise<void> {
  const caller = desk.systemCaller('push')
  await desk
    .perform('notification.unsubscribe', { subscriptionId }, { caller })
    .catch(error => desk.log.info({ err: error }, 'a browser was gone already'))
}

/** As much of the words as one message carries. */
function bytesOf(payload: PushRequest['payload']): Buffer {
  for (let letters = 600; letters > 0; letters -= 100) {
    const cut = (text: string) => [...text].slice(0, letters).join('')
    const bytes = Buffer.from(JSON.stringify({ ...payload, title: cut(payload.title), body: cut(payload.body) }))
    if (bytes.length <= mostBytes) return bytes
  }
  return Buffer.from(JSON.stringify({ ...payload, title: '', body: '' }))
}
