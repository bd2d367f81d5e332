import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk.close())

const day = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
]
const week = [day, day, day, day, day, [], []]
const shut = [[], [], [], [], [], [], []]
const wrong = (promise: Promise<unknown>, path: string, code: string) =>
  expect(promise).rejects.toMatchObject({ status: 422, fields: [expect.objectContaining({ path, code })] })
const named = async (name: string): Promise<Answer> =>
  (await desk.asks('calendar.list', {})).items.find((calendar: Answer) => calendar.name === name)
const due = async (calendarId: string, from: string, hours: number) =>
  (await desk.asks('calendar.reckon', { calendarId, from, seconds: hours * 3600 })).dueAt

describe('working calendars', () => {
  test('a usual week is shipped, and keeps the public holidays', async () => {
    const shipped = await named('工作时间')
    expect(shipped).toMatchObject({ timezone: 'Asia/Shanghai', week, holidays: true, days: [], archived: false })
    // Friday the 25th of September is Mid-Autumn; the Sunday before was worked.
    expect(await due(shipped.id, '2026-09-24T17:50:00+08:00', 2)).toBe('2026-09-28T02:50:00.000Z')
    expect(await due(shipped.id, '2026-09-19T10:00:00+08:00', 1)).toBe('2026-09-20T02:00:00.000Z')
  })

  test('are made, changed and archived, each with its word in the audit', async () => {
    const made = await desk.does('calendar.create', { name: '三班', timezone: 'Asia/Shanghai', week: null })
    expect(made).toMatchObject({
      week: null,
      holidays: true,
      version: 1,
      allowed: ['calendar.update', 'calendar.archive'],
    })
    const closed = { date: '2026-12-24', name: '盘点', spans: [] }
    const changed = await desk.does('calendar.update', { calendarId: made.id, week, days: [closed], version: 1 })
    expect(changed).toMatchObject({ week, days: [closed], version: 2 })
    expect(await due(made.id, '2026-12-23T17:00:00+08:00', 2)).toBe('2026-12-25T02:00:00.000Z')
    await desk.does('calendar.archive', { calendarId: made.id })
    expect(await named('三班')).toBeUndefined()
    await desk.drained()
    const { items } = await desk.asks('audit.list', { limit: 10 })
    expect(items.map(({ type }: Answer) => type).slice(0, 3)).toEqual([
      'calendar.archived',
      'calendar.updated',
      'calendar.created',
    ])
  })

  test('what makes no sense is refused by its place', async () => {
    const make = (more: object) =>
      desk.does('calendar.create', { name: `错 ${Math.random()}`, timezone: 'Asia/Shanghai', week, ...more })
    await wrong(make({ timezone: 'Asia/Nowhere' }), 'timezone', 'timezone.unknown')
    await wrong(make({ week: shut }), 'week', 'calendar.shut')
    await wrong(make({ name: '工作时间' }), 'name', 'calendar.name')
    const twice = { date: '2026-12-24', name: '盘点', spans: [] }
    await wrong(make({ days: [twice, twice] }), 'days', 'calendar.twice')
    for (const span of [{ from: '25:00', to: '26:00' }, { from: '9:00', to: '18:00' }, { from: '09:00' }])
      await expect(make({ week: [[span], [], [], [], [], [], []] })).rejects.toMatchObject({ status: 422 })
    await expect(make({ week: [day] })).rejects.toMatchObject({ status: 422 })
    await expect(
      desk.asks('calendar.reckon', { calendarId: '0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1affff', seconds: 1 }),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('are reckoned with in parts: open, lunch, open', async () => {
    const { id } = await named('工作时间')
    const { parts } = await desk.asks('calendar.reckon', {
      calendarId: id,
      from: '2026-11-27T11:00:00+08:00',
      seconds: 2 * 3600,
    })
    expect(parts.map(({ from, open }: Answer) => [from.slice(11, 16), open])).toEqual([
      ['03:00', true],
      ['04:00', false],
      ['05:00', true],
    ])
  })
})

describe('public holidays', () => {
  const holidays = (year: number) => desk.asks('holidays.get', { year })
  test('of two years are shipped; of the next nothing is known until somebody says it', async () => {
    expect((await holidays(2026)).days).toHaveLength(33 + 6)
    expect(await holidays(2026)).toMatchObject({ source: 'shipped', allowed: ['holidays.set', 'holidays.load'] })
    expect(await holidays(2027)).toMatchObject({ days: [], source: 'unknown' })
  })

  test('are set, and every calendar that keeps them reckons anew', async () => {
    const { id } = await named('工作时间')
    expect(await due(id, '2027-02-05T17:00:00+08:00', 2)).toBe('2027-02-08T02:00:00.000Z')
    const days = [
      { date: '2027-02-08', name: '春节', kind: 'off' as const },
      { date: '2027-02-06', name: '春节调休', kind: 'work' as const },
    ]
    const set = await desk.does('holidays.set', { year: 2027, days })
    expect(set).toMatchObject({ year: 2027, source: 'desk', days: [{ date: '2027-02-06' }, { date: '2027-02-08' }] })
    expect(await due(id, '2027-02-05T17:00:00+08:00', 2)).toBe('2027-02-06T02:00:00.000Z')
    await wrong(
      desk.does('holidays.set', { year: 2027, days: [{ date: '2028-01-01', name: '元旦', kind: 'off' }] }),
      'days',
      'holidays.year',
    )
  })

  test('are set once by a call that comes twice', async () => {
    const days = [{ date: '2031-01-01', name: '元旦', kind: 'off' as const }]
    const by = { caller: desk.system, idempotencyKey: 'holidays of 2031' }
    const first = await desk.does('holidays.set', { year: 2031, days }, by)
    expect(first).toMatchObject({ year: 2031, days, source: 'desk' })
    expect(await desk.does('holidays.set', { year: 2031, days }, by)).toEqual(first)
  })

  test('are loaded from a file: of it the days of the year', async () => {
    const event = (date: string, name: string) =>
      `BEGIN:VEVENT\r\nUID:${date}\r\nDTSTART;VALUE=DATE:${date}\r\nSUMMARY:${name}\r\nEND:VEVENT`
    const ical = [
      'BEGIN:VCALENDAR',
      event('20280101', '元旦（休）'),
      event('20290101', '元旦（休）'),
      'END:VCALENDAR',
    ].join('\r\n')
    expect(await desk.does('holidays.load', { year: 2028, ical })).toMatchObject({
      year: 2028,
      days: [{ date: '2028-01-01', name: '元旦', kind: 'off' }],
      source: 'desk',
    })
    await wrong(desk.does('holidays.load', { year: 2030, ical }), 'ical', 'holidays.none')
    await wrong(desk.does('holidays.load', { year: 2030, ical: '<html>' }), 'ical', 'holidays.ical')
  })
})
