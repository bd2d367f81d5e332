import { type GroupKind, groupKinds, noticeText } from '@baton/contract'
import { sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import type { Desk } from '../../kernel/desk.ts'
import { directory } from '../../records/people/index.ts'
import { type Robot, robotDraft, robots, unmarked } from '../../records/robots/index.ts'
import { settings } from '../../records/settings/index.ts'
import type { Telling } from './recipients.ts'

/**
 * What the robots tell their groups of all this. What waits to be said in the same words is not said twice: of a burst of
 * tickets a group hears once, and again when that has left.
 */
export async function saidToGroups(
  tellings: readonly Telling[],
  db: Db,
  picture: Picture,
  desk: Desk,
): Promise<DeliveryDraft[]> {
  const speaking = picture.of(robots).all.filter(robot => !robot.archived && robot.says.length > 0)
  const news = tellings.filter(isForGroups)
  if (speaking.length === 0 || news.length === 0) return []
  const people = picture.of(directory)
  const names = (id: string) => people.agents.get(id)?.name ?? people.departments.get(id)?.name
  const waiting = await waitingWords(db, speaking)
  const drafts: DeliveryDraft[] = []
  for (const { kind, params, ticket, seq } of news) {
    if (!ticket) continue
    const departmentId = params.departmentId ?? ticket.departmentId
    const title = noticeText(desk.config.locale, { kind, count: 1, params }, names, picture.of(settings).timezone)
    for (const robot of speaking.filter(one => speaksOf(one, kind as GroupKind, departmentId))) {
      const words = `${robot.id} ${title}`
      if (waiting.has(words)) continue
      waiting.add(words)
      const { publicUrl } = desk.config
      const url = publicUrl ? `${publicUrl}/t/${ticket.number}` : undefined
      const text = `${ticket.number} ${unmarked(String(ticket.subject))}`
      const cause = { seq: seq ?? 0, depth: 0, request_id: null }
      drafts.push(robotDraft(robot, { title, text, url }, { topicId: ticket.id, purpose: 'notification', cause }))
    }
  }
  return drafts
}

const isForGroups = ({ kind }: Telling): boolean => (groupKinds as readonly string[]).includes(kind)

const speaksOf = ({ says, departmentIds }: Robot, kind: GroupKind, departmentId: unknown): boolean =>
  says.includes(kind) && (departmentIds.length === 0 || departmentIds.includes(String(departmentId)))

async function waitingWords(db: Db, speaking: readonly Robot[]): Promise<Set<string>> {
  const { rows } = await sql<{ target_id: string; title: string }>`
    select target_id, request ->> 'title' as title from deliveries
    where target_id = any(${speaking.map(({ id }) => id)}::uuid[]) and status = 'queued' and status <> 'sent'
      and status <> 'suppressed'`.execute(db)
  return new Set(rows.map(({ target_id, title }) => `${target_id} ${title}`))
}
