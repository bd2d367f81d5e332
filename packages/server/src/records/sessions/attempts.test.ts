import { expect, test } from 'vitest'
import type { Problem } from '../../kernel/problems.ts'
import { attempts } from './attempts.ts'

function counting() {
  let now = 0
  const limits = attempts(() => new Date(now))
  return {
    pass: (seconds: number) => {
      now += seconds * 1000
    },
    /** 0 when the attempt is let through, else the seconds to wait. */
    spend(ip: string, name = 'session.open'): number {
      try {
        limits.spend(name, ip)
        return 0
      } catch (problem) {
        return Number((problem as Problem).params.retryAfter)
      }
    },
    forgiven: (ip: string) => limits.spend('session.open', ip)?.(),
  }
}

test('an address has thirty guesses, then one every ten seconds', () => {
  const { spend, pass } = counting()
  for (let guess = 0; guess < 30; guess++) expect(spend('10.0.0.1')).toBe(0)
  expect(spend('10.0.0.1')).toBe(10)
  expect(spend('10.0.0.2')).toBe(0)
  pass(9)
  expect(spend('10.0.0.1')).toBe(1)
  pass(1)
  expect(spend('10.0.0.1')).toBe(0)
  expect(spend('10.0.0.1')).toBe(10)
})

test('whoever signs in costs their address nothing', () => {
  const { spend, forgiven } = counting()
  for (let person = 0; person < 200; person++) forgiven('10.0.0.1')
  expect(spend('10.0.0.1')).toBe(0)
})

test('many addresses together have no more than the processor can hash', () => {
  const { spend, pass } = counting()
  let through = 0
  for (let address = 0; address < 1000; address++)
    through += spend(`10.1.${address >> 8}.${address & 255}`) === 0 ? 1 : 0
  expect(through).toBe(300)
  pass(1)
  expect(spend('10.2.0.1')).toBe(0)
})

test('only signing in is counted', () => {
  const { spend } = counting()
  for (let call = 0; call < 1000; call++) expect(spend('10.0.0.1', 'ticket.list')).toBe(0)
})

test('the first run has its own, smaller measure', () => {
  const { spend } = counting()
  for (let guess = 0; guess < 10; guess++) expect(spend('10.0.0.1', 'session.firstRun')).toBe(0)
  expect(spend('10.0.0.1', 'session.firstRun')).toBe(60)
  expect(spend('10.0.0.1')).toBe(0)
})
