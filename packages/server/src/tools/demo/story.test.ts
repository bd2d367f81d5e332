import { describe, expect, test } from 'vitest'
import { type Cast, castOf, type Player } from './cast.ts'
import { inventCustomers } from './customers.ts'
import { arrivals, day, localHour, localWeekday } from './hours.ts'
import { departments, staff } from './organisation.ts'
import { chance } from './random.ts'
import { tell } from './story.ts'
import type { Department } from './topics/index.ts'

const from = Date.parse('2026-08-29T16:00:00.000Z')
const to = from + 84 * day

function cast(): Cast {
  const players = staff.map(
    ({ department, role, late }, at): Player => ({
      id: `p${at}`,
      name: `客服${at}`,
      at,
      department,
      role,
      late,
      until: [],
    }),
  )
  return castOf(players, Object.fromEntries(departments.map(name => [name, name])) as Record<Department, string>)
}

function stories(seed: number, count: number) {
  const luck = chance(seed)
  const customers = inventCustomers(300, luck).map(({ customer }, at) => ({ ...customer, id: `c${at}` }))
  const players = cast()
  return arrivals(count, from, to, luck).map(at => tell(at, players, customers, luck))
}

describe('stories', () => {
  test('are the same for the same seed and others for another', () => {
    expect(stories(1, 40)).toEqual(stories(1, 40))
    expect(stories(1, 40)).not.toEqual(stories(2, 40))
  })

  test('leave no slot open and go forward in time', () => {
    for (const { opening, acts } of stories(3, 1500)) {
      expect(JSON.stringify([opening, acts.map(({ input }) => input)])).not.toMatch(/\{\w+\}/)
      const times = [opening, ...acts].map(({ at }) => at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    }
  })

  test('whoever answers says their own name', () => {
    const said = stories(6, 800).flatMap(({ acts }) =>
      acts.flatMap(({ by, input: { body } }) => {
        const name = /(?:我是客服|这里是晨光客服|直接找我)(客服\d+)/.exec(String(body))?.[1]
        return name && typeof by !== 'string' ? [name === by.name] : []
      }),
    )
    expect(said.length).toBeGreaterThan(100)
    expect(said.every(Boolean)).toBe(true)
  })

  test('no two conversations of five thousand read the same', () => {
    const told = stories(4, 5000).map(({ opening, acts }) =>
      [opening, ...acts].flatMap(({ input }) => (typeof input.body === 'string' ? [input.body] : [])).join('\n'),
    )
    expect(new Set(told).size).toBe(5000)
  })

  test('come at the hours and on the days at which people turn to a shop', () => {
    const times = arrivals(20_000, from, to, chance(5))
    const at = (hours: readonly number[]) => times.filter(time => hours.includes(localHour(time))).length / hours.length
    expect(at([9, 10, 14, 15])).toBeGreaterThan(8 * at([1, 2, 3, 4]))
    const on = (weekday: number) => times.filter(time => localWeekday(time) === weekday).length
    expect(on(1)).toBeGreaterThan(1.2 * on(0))
  })
})
