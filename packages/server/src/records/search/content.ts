import { fold } from '@baton/contract'
import parsePhoneNumber from 'libphonenumber-js/min'
import { type OwnFields, wordsOfFields } from '../fields/index.ts'
import { addLexemes, smooth } from './lexemes.ts'
import { categoryLexeme, longLexeme, marks, type Source, sliceLexeme, sources } from './sources.ts'

/** A ticket with all that can be found of it, as it stands in its tables. */
export interface Content {
  id: string
  version: number
  slice: number
  number: string
  subject: string
  tags: readonly string[]
  result: string | null
  fields: Record<string, unknown>
  category_id: string | null
  customer: CustomerContent | null
  messages: readonly MessageContent[]
}

export interface CustomerContent {
  name: string
  number: string
  company: string | null
  points: readonly { kind: string; value: string }[]
  partial: readonly string[]
}

export interface MessageContent {
  kind: string
  body: string
  files: readonly string[]
}

/** The texts of each source, as they were written. */
export function piecesOf(content: Content, own: OwnFields): Record<Source, string[]> {
  const { customer, messages } = content
  const said = (internal: boolean) =>
    messages.filter(({ kind }) => isInternal(kind) === internal).flatMap(({ body, files }) => [body, ...files])
  return {
    subject: [content.subject],
    number: [content.number],
    customer: customer ? customerPieces(customer) : [],
    externalId: customer ? valuesOf(customer, 'external') : [],
    tags: [...content.tags],
    fields: [...wordsOfFields(own, content.fields).values()].flat().flatMap(dialled),
    result: content.result ? [content.result] : [],
    messages: said(false),
    internal: said(true),
  }
}

export const isInternal = (kind: string): boolean => kind === 'note' || kind === 'progress'

/** Phones as they are kept and as one dials them here. */
export function customerPieces(customer: CustomerContent): string[] {
  const { name, number, company, partial } = customer
  const phones = valuesOf(customer, 'phone')
  return [
    name,
    ...(company ? [company] : []),
    number,
    ...valuesOf(customer, 'email'),
    ...phones,
    ...phones.flatMap(national),
    ...partial,
  ]
}

const valuesOf = ({ points }: CustomerContent, kind: string): string[] =>
  points.filter(point => point.kind === kind).map(point => point.value)

/** A phone in a field is found as it is kept and as one dials it here. */
export const dialled = (text: string): string[] =>
  /^\+\d{6,}(;ext=\d+)?$/.test(text) ? [text, ...national(text)] : [text]

function national(phone: string): string[] {
  const [bare = ''] = phone.split(';')
  const own = /^\+86(\d+)$/.exec(bare)?.[1]
  if (!own) return [parsePhoneNumber(bare)?.nationalNumber ?? bare]
  return [landline.test(own) ? `0${own}` : own]
}

/** Of a Chinese town: dialled with a zero from elsewhere. */
const landline = /^(?:(?:10|2\d)\d{8}|[3-9]\d{2}\d{7,8})$/

/** Bytes of lexemes that a row may hold: PostgreSQL ends at a million, with its own bookkeeping. */
const mostBytes = 500_000
/** Characters of one ticket that are read: a hundred of the longest mails. */
const mostCharacters = 2_000_000

export interface Indexed {
  lexemes: string[]
  texts: string[]
  long: boolean
}

/** What the index keeps of a ticket. */
export function indexOf(content: Content, own: OwnFields): Indexed {
  const pieces = piecesOf(content, own)
  const into = new Set<string>([sliceLexeme(content.slice)])
  if (content.category_id) into.add(categoryLexeme(content.category_id))
  let left = mostCharacters
  const texts = sources.map(source => {
    const folded: string[] = []
    for (const piece of pieces[source]) {
      const text = smooth(fold(piece.slice(0, left)))
      left -= Math.min(left, piece.length)
      if (!text) continue
      folded.push(text)
      addLexemes(text, marks[source], into)
    }
    return folded.join('\n')
  })
  const { lexemes, long } = fitting(into)
  return { lexemes, texts, long }
}

function fitting(into: ReadonlySet<string>): { lexemes: string[]; long: boolean } {
  const lexemes: string[] = []
  let bytes = 0
  for (const lexeme of into) {
    bytes += lexeme.length * 3 + 4
    if (bytes > mostBytes) return { lexemes: [...lexemes, longLexeme], long: true }
    lexemes.push(lexeme)
  }
  return { lexemes, long: false }
}
