import { failureByStatus, jsonOf } from '../../kernel/deliveries/index.ts'
import type { OutgoingAnswer } from '../../kernel/outgoing/index.ts'
import type { Fate, Provider, Text } from './provider.ts'

/** A company's own gateway: one POST, the fields called as it wants them. Any 2xx means that it has taken the message. */
export const gateway: Provider = {
  request({ id, phone, text, settings, secrets }: Text) {
    const sign = settings('signName')
    const fields = {
      [settings('phoneField')]: phone,
      [settings('textField')]: sign ? `【${sign}】${text}` : text,
      [settings('idField')]: id,
    }
    const isForm = settings('format') === 'form'
    return {
      url: settings('url'),
      headers: {
        'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json; charset=utf-8',
        // A gateway that looks at it sends the same message once.
        'idempotency-key': id,
        ...(secrets.token && { authorization: `Bearer ${secrets.token}` }),
      },
      body: isForm ? new URLSearchParams(fields).toString() : JSON.stringify(fields),
    }
  },
  hear(answer: OutgoingAnswer): Fate {
    const failure = failureByStatus(answer)
    if (!failure) {
      const id = jsonOf(answer)?.id
      return {
        as: 'taken',
        providerId: typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 200) : null,
      }
    }
    if (failure.failure === 'uncertain') return { as: 'strange' }
    const why = `HTTP ${answer.status}`
    return failure.failure === 'passing' ? { as: 'later', why } : { as: 'never', why }
  },
}
