import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import type { VerbFollower } from '../../kernel/log/follower.ts'
import { issueToken } from '../../kernel/tokens.ts'
import { surveyPurpose } from '../../records/portal/index.ts'

/** A customer who answers a survey's text message by a digit has rated: the newest survey that went to that number. */
export const answerByText: VerbFollower = {
  kind: 'verbs',
  name: 'surveying.byText',
  hears: ['sms.received'],
  async act(event, desk) {
    const { score, from } = event.payload
    const surveyId = typeof score === 'number' ? await surveySentTo(desk.db, String(from)) : undefined
    if (!surveyId) return []
    const token = await issueToken(desk.db, { purpose: surveyPurpose, subjectId: surveyId, days: 1, now: desk.clock() })
    return [{ verb: 'survey.answer', input: { token, score } }]
  },
}

/** A survey's delivery bears the survey's own id. */
async function surveySentTo(db: Db, phone: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select s.id from deliveries d join surveys s on s.id = d.id
    where d.channel = 'sms' and d.recipient = ${phone} and d.purpose = 'survey'
    order by d.created_at desc limit 1`.execute(db)
  return rows[0]?.id
}
