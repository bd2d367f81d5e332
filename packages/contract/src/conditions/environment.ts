/** What a condition depends on beside the record. */
export interface Environment {
  /** Handed in, as everywhere: the same instant for all that one request or decision asks. */
  now: Date
  /** IANA name of the caller's zone: days and months are counted as its clocks show them. */
  zone: string
  /** What `$me.…` means; `$me` is `id`. Null, empty text and an empty list match nothing; a missing key is an error. */
  me: Readonly<Record<string, string | readonly string[] | null>>
}
