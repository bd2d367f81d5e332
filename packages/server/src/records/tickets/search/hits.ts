import type { Hit, TicketRecord } from '@baton/contract'
import { sql } from 'kysely'
import type { Reading } from '../../../kernel/kinds.ts'
import { type OwnFields, wordsOfFields } from '../../fields/index.ts'
import { customerPieces, dialled, isInternal, type Match, type Source } from '../../search/index.ts'
import { ticketFields } from '../fields.ts'
import { snippetOf, wordsIn } from './snippet.ts'

/** Something of a ticket in which words may stand. */
interface Piece {
  source: Source | 'category'
  place: Hit['place']
  text: string
  field?: string
  messageId?: string
  seq?: number
}

interface Said {
  id: string
  seq: number
  kind: 'customer' | 'reply' | 'note' | 'progress'
  body: string
  files: string[]
}

const mostHits = 4
/** Characters of a message that are looked through for a place to show. */
const mostRead = 50_000

/** Where in the shown tickets the words stand, of what the caller may read at the level of each. */
export async function hitsIn(
  reading: Reading,
  match: Match,
  shown: readonly { record: TicketRecord; level: number }[],
): Promise<Hit[][]> {
  const spoken = await saidIn(reading, match, shown)
  const { own } = reading.picture.of(ticketFields)
  return shown.map(({ record, level }) => {
    const readable = match.levels[level]?.sources ?? []
    const pieces = [...piecesOf(record, own), ...talkOf(spoken.get(record.id))]
    return choose(
      pieces.filter(({ source }) => source === 'category' || readable.includes(source)),
      match,
    )
  })
}

interface Spoken {
  messages: Said[]
  external: string[]
}

async function saidIn(
  { db }: Reading,
  { levels }: Match,
  shown: readonly { record: TicketRecord; level: number }[],
): Promise<Map<string, Spoken>> {
  const open = shown.filter(({ level }) =>
    levels[level]?.sources.some(source => source === 'messages' || source === 'externalId'),
  )
  if (open.length === 0) return new Map()
  const { rows } = await sql<Spoken & { id: string }>`
    select t.id, (select coalesce(json_agg(json_build_object('id', m.id, 'seq', m.seq, 'kind', m.kind,
        'body', left(m.body, ${mostRead}), 'files', jsonb_path_query_array(m.attachments, '$[*].name')) order by m.seq desc), '[]')
      from messages m where m.ticket_id = t.id) as messages,
      array(select p.value from contact_points p where p.customer_id = t.customer_id and p.kind = 'external') as external
    from tickets t where t.id = any(${open.map(({ record }) => record.id)}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** What the record itself shows; a hidden field is not in it. */
function piecesOf(record: Partial<TicketRecord>, own: OwnFields): Piece[] {
  const { customer } = record
  const texts = (
    source: Piece['source'],
    place: Hit['place'],
    values: readonly (string | null | undefined)[],
  ): Piece[] => values.flatMap(text => (text ? [{ source, place, text }] : []))
  const person = customer && {
    ...customer,
    points: [
      ...customer.emails.map(value => ({ kind: 'email', value })),
      ...customer.phones.map(value => ({ kind: 'phone', value })),
    ],
    partial: [],
  }
  return [
    ...texts('subject', 'subject', [record.subject]),
    ...texts('number', 'number', [record.number]),
    ...texts('customer', 'customer', person ? customerPieces(person) : []),
    ...texts('tags', 'tag', record.tags ?? []),
    ...texts('category', 'category', [record.category]),
    ...[...wordsOfFields(own, record.fields ?? {})].flatMap(([field, words]) =>
      words.flatMap(dialled).map((text): Piece => ({ source: 'fields', place: 'field', field, text })),
    ),
    ...texts('result', 'result', [record.result]),
  ]
}

function talkOf(spoken: Spoken | undefined): Piece[] {
  if (!spoken) return []
  const external = spoken.external.map(
    (text): Piece => ({ source: 'externalId', place: 'customer', field: 'externalId', text }),
  )
  const said = spoken.messages.flatMap(({ id, seq, kind, body, files }): Piece[] => {
    const at = { source: isInternal(kind) ? ('internal' as const) : ('messages' as const), messageId: id, seq }
    const place = kind === 'customer' ? 'message' : kind
    return [{ ...at, place, text: body }, ...files.map((text): Piece => ({ ...at, place: 'attachment', text }))]
  })
  return [...external, ...said]
}

/** Few, and together they show all the words; what says it in fewer letters comes first. */
function choose(pieces: readonly Piece[], { sought }: Match): Hit[] {
  const hits: Hit[] = []
  const shown = new Set<string>()
  for (const piece of pieces) {
    if (hits.length === mostHits) break
    const words = wordsIn(
      piece.text,
      sought
        .filter(one => (piece.source === 'category' ? one.categoryIds.length > 0 : one.in.includes(piece.source)))
        .map(({ word }) => word),
    )
    // One place for each word is enough.
    if (words.every(word => shown.has(word.text))) continue
    const found = snippetOf(piece.text, words)
    if (!found) continue
    for (const word of words) shown.add(word.text)
    hits.push({
      place: piece.place,
      ...found,
      field: piece.field ?? null,
      messageId: piece.messageId ?? null,
      seq: piece.seq ?? null,
    })
  }
  return hits
}
