import { describe, expect, test } from 'vitest'
import { daysIn } from './ical.ts'

const file = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//zh', ...events, 'END:VCALENDAR'].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n')
const said = (text: string) => daysIn(text)?.map(({ date, name, kind }) => `${date} ${kind} ${name}`)

describe('the days of a published calendar', () => {
  test.each([
    [
      'a holiday of several days ends before its end',
      event('DTSTART;VALUE=DATE:20270206', 'DTEND;VALUE=DATE:20270209', 'SUMMARY:春节（休）'),
      ['2027-02-06 off 春节', '2027-02-07 off 春节', '2027-02-08 off 春节'],
    ],
    [
      'a make-up day by its mark',
      event('DTSTART;VALUE=DATE:20270214', 'DTEND;VALUE=DATE:20270215', 'SUMMARY:春节（班）'),
      ['2027-02-14 work 春节'],
    ],
    [
      'a make-up day in words',
      event('DTSTART;VALUE=DATE:20271009', 'SUMMARY:国庆节 调休上班'),
      ['2027-10-09 work 国庆节 调休上班'],
    ],
    [
      'without an end it is one day',
      event('DTSTART;VALUE=DATE:20270101', 'SUMMARY:元旦 放假'),
      ['2027-01-01 off 元旦'],
    ],
    [
      'by how long it lasts',
      event('DTSTART;VALUE=DATE:20270501', 'DURATION:P2D', 'SUMMARY:劳动节'),
      ['2027-05-01 off 劳动节', '2027-05-02 off 劳动节'],
    ],
    [
      'over the end of a year',
      event('DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270102', 'SUMMARY:元旦'),
      ['2026-12-31 off 元旦', '2027-01-01 off 元旦'],
    ],
    ['a folded line', event('DTSTART;VALUE=DATE:20270101', 'SUMMARY:元', ' 旦'), ['2027-01-01 off 元旦']],
    ['without a name', event('DTSTART;VALUE=DATE:20270101'), ['2027-01-01 off 节假日']],
    ['what has a time of day is no holiday', event('DTSTART:20270101T090000Z', 'SUMMARY:会议'), []],
    ['an event without a beginning is passed over', event('SUMMARY:什么时候'), []],
  ])('%s', (_what, events, days) => {
    expect(said(file(events))).toEqual(days)
  })

  test('each date once: the make-up day says more than the holiday around it', () => {
    const holiday = event('DTSTART;VALUE=DATE:20270213', 'DTEND;VALUE=DATE:20270216', 'SUMMARY:春节')
    const makeUp = event('DTSTART;VALUE=DATE:20270214', 'SUMMARY:春节（班）')
    for (const text of [file(holiday, makeUp), file(makeUp, holiday)])
      expect(said(text)).toEqual(['2027-02-13 off 春节', '2027-02-14 work 春节', '2027-02-15 off 春节'])
  })

  test('one that never ends is cut', () => {
    const long = event('DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:99991231', 'SUMMARY:永远')
    expect(daysIn(file(long))).toHaveLength(31)
  })

  test.each(['', '2027-01-01', '<html>', 'BEGIN:VCALENDAR', 'BEGIN:VEVENT\r\nDTSTART:x\r\nEND:VEVENT'])(
    '%j is no such file',
    text => {
      expect(daysIn(text)?.length ?? 0).toBe(0)
    },
  )
})
