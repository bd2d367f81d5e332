import { problemText } from './locales/index.ts'

/** Why something was not sent: our own reasons are codes and become a sentence, what a server at the other end said stays as it said it. */
export const deliveryError = (locale: string, error: string): string =>
  error.startsWith('delivery.') ? problemText(locale, 'problem', error, {}) : error
