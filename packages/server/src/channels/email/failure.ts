import { SendError } from '../../kernel/deliveries/index.ts'

interface SmtpError {
  message?: string
  code?: string
  /** What the server said, when it said something. */
  responseCode?: number
  response?: string
}

/**
 * What a failed try means. A 5xx about this mail is for ever; about us (who we are, our password) it is for now. When the
 * last byte was out and no answer came, nobody can tell. `isOut`: the last byte of the mail has left.
 */
export function failureOf(error: unknown, isOut: boolean): SendError {
  if (error instanceof SendError) return error
  const { message = String(error), code = '', responseCode, response } = (error ?? {}) as SmtpError
  const words = (response ?? message).slice(0, 500)
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (responseCode === undefined) {
    if (isAboutMail) return new SendError('permanent', words)
    return new SendError(isOut ? 'uncertain' : 'passing', words)
  }
  return new SendError(responseCode >= 500 && isAboutMail ? 'permanent' : 'passing', words)
}
