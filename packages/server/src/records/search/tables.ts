/** What can be found of one ticket: a copy that a follower keeps, and that can be made anew at any time. */
export interface WordsRow {
  ticket_id: string
  created_at: Date
  /** The ticket's version that it shows. */
  version: number
  slice: number
  /** Whether there were more words than a row holds, so that only the texts tell. */
  long: boolean
  words: string
  /** Folded, by source (`sources.ts`). */
  texts: string[]
}

declare module '../../kernel/db.ts' {
  interface Tables {
    ticket_words: WordsRow
    /** Stretches of time with some two thousand tickets each: what is newest is looked through first. */
    word_slices: { slice: number; from_at: Date; size: number }
    /** What is still to be read: all tickets older than a point, or those of a customer. */
    words_wanted: { id: string; customer_id: string | null; before_at: Date; before_id: string }
  }
}
