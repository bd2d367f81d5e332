/**
 * What somebody means by a time of day: `9`, `930`, `9:30` and `09：30` are as good as `09:30`; `24:00` is the end of the
 * day. Undefined where it is none.
 */
export function clockOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?::?(\d\d))?$/.exec(plain) ?? []
  const time = `${hours.padStart(2, '0')}:${minutes}`
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) && hours !== '' ? time : undefined
}
