import { describe, expect, test } from 'vitest'
import { type DraftDay, isOvernight, newDraft, sentOf, workingOf, wrongOfDay, wrongOfSpan } from './draft.ts'

const draft = newDraft('Asia/Shanghai')

test('what is sent is written out', () => {
  const sent = sentOf({
    ...draft,
    name: ' 一线 ',
    week: draft.week.map((_, day) => (day === 0 ? [{ from: '9', to: '12：00' }] : [])),
    days: [
      { date: '2026-06-18', name: '大促', spans: [{ from: '9', to: '24' }] },
      { date: '2026-12-31', name: ' 盘点 ', spans: [] },
    ],
  })
  expect(sent).toEqual({
    name: '一线',
    timezone: 'Asia/Shanghai',
    week: [[{ from: '09:00', to: '12:00' }], [], [], [], [], [], []],
    holidays: true,
    days: [
      { date: '2026-06-18', name: '大促', spans: [{ from: '09:00', to: '24:00' }] },
      { date: '2026-12-31', name: '盘点', spans: [] },
    ],
  })
  expect(sentOf({ ...draft, always: true }).week).toBeNull()
})

test('what is half typed is not reckoned with', () => {
  const working = workingOf({
    ...draft,
    week: draft.week.map((_, day) =>
      day === 0
        ? [
            { from: '9', to: '1' },
            { from: '13', to: 'x' },
          ]
        : [],
    ),
    days: [{ date: '', name: '', spans: [] }],
  })
  expect(working.week?.[0]).toEqual([{ from: '09:00', to: '01:00' }])
  expect(working.days).toEqual([])
})

describe('what is wrong', () => {
  test.each([
    ['09:00', '18:00', undefined],
    ['22:00', '06:00', undefined],
    ['09:00', '', 'time'],
    ['9 Uhr', '18:00', 'time'],
    ['24:00', '06:00', 'begin'],
  ])('with %s to %s: %s', (from, to, wrong) => {
    expect(wrongOfSpan({ from, to })).toBe(wrong)
  })

  test('with a day of its own; of two on one date the second', () => {
    const day = (date: string, name = '盘点'): DraftDay => ({ date, name, spans: [] })
    const days = [day('2026-12-31'), day('2026-12-31'), day(''), day('2026-12-30', ' ')]
    expect(days.map(one => wrongOfDay(one, days))).toEqual([undefined, 'twice', 'date', 'name'])
  })
})

test('a night shift ends on the next day', () => {
  expect(isOvernight({ from: '22', to: '6' })).toBe(true)
  expect(isOvernight({ from: '09:00', to: '09:00' })).toBe(true)
  expect(isOvernight({ from: '09:00', to: '24:00' })).toBe(false)
  expect(isOvernight({ from: '09:00', to: '' })).toBe(false)
})
