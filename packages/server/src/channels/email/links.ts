import type { Desk } from '../../kernel/desk.ts'
import { newId } from '../../kernel/ids.ts'
import { issueToken } from '../../kernel/tokens.ts'
import { addressOf, followPath, followPurpose, ratePath, surveyPurpose } from '../../records/portal/index.ts'
import type { MailLink, MailRequest } from './request.ts'

/** Nobody writes this by chance, so that words which look like a link's place stay words. */
const placeOf = (): string => `[[link:${newId()}]]`

export const followLink = (ticketId: string, days: number): MailLink => ({
  place: placeOf(),
  purpose: followPurpose,
  subjectId: ticketId,
  path: followPath,
  days,
})

export const surveyLink = (surveyId: string, days: number): MailLink => ({
  place: placeOf(),
  purpose: surveyPurpose,
  subjectId: surveyId,
  path: ratePath,
  days,
})

/** The mail's words with its links in their places. */
export async function linked(
  desk: Desk,
  { text, html, links = [] }: MailRequest,
): Promise<{ text: string; html: string }> {
  let words = { text, html }
  for (const { place, purpose, subjectId, path, days } of links) {
    const token = await issueToken(desk.db, { purpose, subjectId, days, now: desk.clock() })
    const url = `${addressOf(desk.config)}${path}${token}`
    words = { text: words.text.replaceAll(place, url), html: words.html.replaceAll(place, url) }
  }
  return words
}
