import { fill, problemText, wordIn } from './locales/index.ts'

/**
 * Why something was not sent: our own reasons are codes and become a sentence, with what is known besides behind it
 * (`delivery.refused: 310000 keywords not in content`); what a server at the other end said stays as it said it.
 */
export function deliveryError(locale: string, error: string): string {
  const [, code, more] = /^(delivery\.\w+)(?:: (.*))?$/s.exec(error) ?? []
  if (!code) return error
  const text = problemText(locale, 'problem', code, {})
  return more ? fill(wordIn(locale, 'word', 'detail') ?? '', { text, more }) : text
}
