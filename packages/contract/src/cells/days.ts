import { instantOfText, isDay } from '../conditions/value.ts'
import { instantOf } from '../conditions/zone.ts'
import { ok, type ReadValue, wrong } from '../fields/reading.ts'
import { cellWords, type FileCell } from './cell.ts'

/** A day as people write it; of a moment its day. */
export function dayFromCell(cell: FileCell): ReadValue {
  if (cell && 'date' in cell) return ok(cell.date)
  if (cell && 'moment' in cell) return ok(cell.moment.slice(0, 10))
  const written = writtenIn(cellWords(cell))
  if (written === 'doubtful') return wrong('cell.doubtfulDay', { value: cellWords(cell).slice(0, 60) })
  return written ? ok(written.day) : wrong('cell.day', { value: cellWords(cell).slice(0, 60) })
}

/** A moment in the desk's clocks as ISO 8601; of a day its beginning. */
export function timeFromCell(cell: FileCell, zone: string): ReadValue {
  if (cell && 'date' in cell) return ok(instantText(`${cell.date}T00:00:00`, zone))
  if (cell && 'moment' in cell) return ok(instantText(cell.moment, zone))
  const text = cellWords(cell).trim()
  if (instantOfText(text) !== undefined) return ok(text)
  const written = writtenIn(text)
  if (written === 'doubtful') return wrong('cell.doubtfulDay', { value: text.slice(0, 60) })
  if (!written) return wrong('cell.moment', { value: text.slice(0, 60) })
  return ok(instantText(`${written.day}T${written.clock ?? '00:00:00'}`, zone))
}

const instantText = (wall: string, zone: string): string =>
  new Date(instantOf(Date.parse(`${wall}Z`), zone)).toISOString()

interface Written {
  day: string
  clock?: string
}

const yearFirst = /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})(?:\s*[日号])?(?:[T\s]+(.+)|\s*)$/i
const packed = /^(\d{4})(\d{2})(\d{2})(?:\s+(.+))?$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:\s+(.+))?$/

/** Day and time of day in a text; `doubtful` where day and month could each be the other. */
function writtenIn(text: string): Written | 'doubtful' | undefined {
  const plain = text.normalize('NFKC').trim()
  if (plain.length > 60) return undefined
  const first = yearFirst.exec(plain) ?? packed.exec(plain)
  if (first) return written(first[1], first[2], first[3], first[4])
  const last = yearLast.exec(plain)
  if (!last) return undefined
  const [, a = '', , b = '', year, rest] = last
  if (Number(a) <= 12 && Number(b) <= 12 && Number(a) !== Number(b)) return 'doubtful'
  return Number(a) > 12 ? written(year, b, a, rest) : written(year, a, b, rest)
}

function written(year = '', month = '', day = '', rest?: string): Written | undefined {
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDay(found)) return undefined
  if (!rest?.trim()) return { day: found }
  const clock = clockIn(rest.trim())
  return clock === undefined ? undefined : { day: found, clock }
}

const clocks =
  /^(上午|下午|晚上|中午|凌晨|早上|am|pm)?\s*(\d{1,2})(?:[:时點点]\s*)(\d{1,2})?(?:[:分]\s*(\d{1,2})?\s*秒?)?(?:\.\d+)?\s*(am|pm)?$/i

/** 9:30, 下午3点, 3:05:10 PM. */
function clockIn(text: string): string | undefined {
  const found = clocks.exec(text)
  if (!found) return undefined
  const [, before, hour = '', minute = '0', second = '0', after] = found
  const half = (before ?? after ?? '').toLowerCase()
  const isLate = /^(下午|晚上|pm)$/.test(half)
  const isEarly = /^(上午|早上|凌晨|am)$/.test(half)
  let h = Number(hour)
  if (isLate && h < 12) h += 12
  if (isEarly && h === 12) h = 0
  if (h > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  return [h, minute, second].map(part => String(part).padStart(2, '0')).join(':')
}
