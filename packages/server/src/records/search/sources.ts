/**
 * Where words of a ticket stand. Each source has a mark that begins all of its lexemes, so that one index holds them and
 * a question names the sources that its asker may read: what one may not read is not asked. The texts of a ticket are
 * kept in this order.
 */
export const sources = [
  'subject',
  'number',
  'customer',
  'externalId',
  'tags',
  'fields',
  'result',
  'messages',
  'internal',
] as const
export type Source = (typeof sources)[number]

/** A capital letter: no folded text holds one. */
export const marks: Record<Source, string> = {
  subject: 'S',
  number: 'N',
  customer: 'C',
  externalId: 'X',
  tags: 'T',
  fields: 'F',
  result: 'R',
  messages: 'M',
  internal: 'I',
}

/** The category is kept as its id: a renamed one needs no ticket to be read again. */
export const categoryLexeme = (id: string): string => `G${id}`
/** In which slice of time the ticket stands. */
export const sliceLexeme = (slice: number): string => `@${slice}`
/** The ticket has more words than an index row can hold: it is always looked at. */
export const longLexeme = '@long'
