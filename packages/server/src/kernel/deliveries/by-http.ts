import type { Desk } from '../desk.ts'
import { type OutgoingAnswer, OutgoingError, type OutgoingRequest } from '../outgoing/index.ts'
import { SecretKeyError } from '../secrets/index.ts'
import { SendError } from './sender.ts'

/** For senders that call by HTTP: the answer, whatever it says, or a SendError that tells whether it may have been heard. */
export async function callOut(desk: Desk, request: OutgoingRequest): Promise<OutgoingAnswer> {
  try {
    return await desk.outgoing.call(request)
  } catch (error) {
    throw error instanceof OutgoingError ? failureOf(error) : error
  }
}

/** What it has to keep secret; a missing key is for the operator to mend, and the delivery waits for that. */
export async function secretsFor(desk: Desk, ownerId: string): Promise<Readonly<Record<string, string>>> {
  try {
    return await desk.secrets.of(ownerId)
  } catch (error) {
    if (!(error instanceof SecretKeyError)) throw error
    desk.log.error(error.message)
    throw new SendError('passing', 'delivery.secretKey')
  }
}

function failureOf({ fault, isOut, message }: OutgoingError): SendError {
  if (fault === 'address' || fault === 'plain' || fault === 'url')
    return new SendError('permanent', `delivery.${fault}: ${message}`)
  if (isOut) return new SendError('uncertain', `delivery.${fault}: ${message}`)
  return new SendError('passing', `delivery.unreachable: ${message}`)
}

/** What a status means by itself, where the answer says nothing more; undefined when it was taken. */
export function failureByStatus({ status, headers }: OutgoingAnswer): SendError | undefined {
  if (status >= 200 && status < 300) return undefined
  const why = `HTTP ${status}`
  if (status >= 300 && status < 400) return new SendError('permanent', `delivery.redirect: ${why}`)
  if (status === 408 || status === 429 || status === 503) {
    const after = Number(headers['retry-after'])
    return new SendError('passing', `delivery.busy: ${why}`, { rest: after > 0 && after < 3600 ? after : 60 })
  }
  if (status >= 400 && status < 500) return new SendError('permanent', `delivery.refused: ${why}`)
  // A gateway in between may have lost only the answer.
  return new SendError('uncertain', `delivery.strange: ${why}`)
}

/** An answer as a JSON object; undefined when it is none. */
export function jsonOf({ body }: OutgoingAnswer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
