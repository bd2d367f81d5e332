import type { DispatchReason } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { type Candidate, choose, whyNot } from './choose.ts'

const someone = (agentId: string, more: Partial<Candidate> = {}): Candidate => ({
  agentId,
  departmentId: 'own',
  step: 'department',
  presence: 'ready',
  skills: [],
  capacity: 8,
  load: 0,
  mayHandle: true,
  lastAt: 0,
  ...more,
})
const beside = { departmentId: 'beside', step: 'siblings' } as const
const general = { departmentId: 'general', step: 'default' } as const
const plain = { skills: [], weight: 1 }

describe('why somebody cannot take it', () => {
  const cases: [string, Partial<Candidate>, { skills: string[]; weight: number }, DispatchReason | undefined][] = [
    ['ready and with room', {}, plain, undefined],
    ['no right', { mayHandle: false }, plain, 'right'],
    ['busy', { presence: 'busy' }, plain, 'busy'],
    ['on a break', { presence: 'break' }, plain, 'break'],
    ['away', { presence: 'away' }, plain, 'away'],
    ['signed out', { presence: 'offline' }, plain, 'offline'],
    ['full', { load: 8 }, plain, 'full'],
    ['room for exactly this one', { load: 7 }, plain, undefined],
    ['room for a light one only', { load: 7 }, { skills: [], weight: 2 }, 'full'],
    ['half a place left', { load: 7.5 }, plain, 'full'],
    ['a weightless one goes to somebody full', { load: 8 }, { skills: [], weight: 0 }, undefined],
    ['a capacity of nothing', { capacity: 0 }, plain, 'full'],
    ['the skill', { skills: ['退款'] }, { skills: ['退款'], weight: 1 }, undefined],
    ['one of two skills', { skills: ['退款'] }, { skills: ['退款', '英语'], weight: 1 }, 'skill'],
    ['another spelling of the skill', { skills: ['ＥＲＰ'] }, { skills: ['erp'], weight: 1 }, undefined],
    ['no skill and full: the lasting reason', { load: 8 }, { skills: ['退款'], weight: 1 }, 'skill'],
  ]
  test.each(cases)('%s', (_, more, wanted, why) => {
    expect(whyNot(someone('a', more), wanted)).toBe(why)
  })
})

describe('who gets it', () => {
  const cases: [string, Candidate[], string | null][] = [
    ['nobody there', [], null],
    ['the least in hand', [someone('a', { load: 3 }), someone('b', { load: 1 })], 'b'],
    [
      'the least relative to the capacity',
      [someone('a', { load: 3, capacity: 10 }), someone('b', { load: 2, capacity: 4 })],
      'a',
    ],
    ['among equals the longest waiting', [someone('a', { lastAt: 20 }), someone('b', { lastAt: 10 })], 'b'],
    ['who never got one before who did', [someone('a', { lastAt: 20 }), someone('b')], 'b'],
    ['own people first, even with more in hand', [someone('a', { load: 7 }), someone('b', beside)], 'a'],
    ['own people full: those beside', [someone('a', { load: 8 }), someone('b', beside), someone('c', general)], 'b'],
    [
      'those beside full too: the default department',
      [someone('a', { load: 8 }), someone('b', { ...beside, load: 8 }), someone('c', general)],
      'c',
    ],
    ['own people on a break: those beside', [someone('a', { presence: 'break' }), someone('b', beside)], 'b'],
    ['own people signed out: it waits for them', [someone('a', { presence: 'offline' }), someone('b', beside)], null],
    [
      'one signed out, one full: those beside',
      [someone('a', { presence: 'offline' }), someone('c', { load: 8 }), someone('b', beside)],
      'b',
    ],
    ['none of the own may: those beside', [someone('a', { mayHandle: false }), someone('b', beside)], 'b'],
    ['a department without people: those beside', [someone('b', beside)], 'b'],
  ]
  test.each(cases)('%s', (_, candidates, chosen) => {
    for (const order of [candidates, candidates.toReversed()])
      expect(choose(plain, order).chosen?.agentId ?? null).toBe(chosen)
  })

  test('the skill decides before the load', () => {
    const decision = choose({ skills: ['退款'], weight: 1 }, [
      someone('a'),
      someone('b', { skills: ['退款'], load: 7 }),
    ])
    expect(decision.chosen?.agentId).toBe('b')
    expect(decision.rejected).toMatchObject([{ agentId: 'a', why: 'skill' }])
  })
})

test('everybody else is named with a reason; of the signed out only how many', () => {
  const decision = choose(plain, [
    someone('chosen'),
    someone('busier', { load: 1 }),
    someone('later', { lastAt: 5 }),
    someone('full', { load: 8 }),
    someone('break', { presence: 'break' }),
    someone('gone', { presence: 'offline' }),
    someone('further', beside),
  ])
  expect(decision.chosen).toEqual({ agentId: 'chosen', departmentId: 'own', step: 'department', load: 0, capacity: 8 })
  expect(decision.rejected.map(({ agentId, why }) => [agentId, why])).toEqual([
    ['later', 'later'],
    ['busier', 'busier'],
    ['further', 'busier'],
    ['full', 'full'],
    ['break', 'break'],
  ])
  expect(decision.counts).toEqual({ later: 1, busier: 2, full: 1, break: 1, offline: 1 })
})

test('a crowd is counted whole and shown in part', () => {
  const decision = choose(
    plain,
    [...Array(500).keys()].map(n => someone(`agent ${n}`, { load: 8 })),
  )
  expect(decision.chosen).toBeNull()
  expect(decision.rejected).toHaveLength(20)
  expect(decision.counts).toEqual({ full: 500 })
})
