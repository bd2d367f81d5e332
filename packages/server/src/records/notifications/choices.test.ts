import { usualChoices } from '@baton/contract'
import { expect, test } from 'vitest'
import { departures, effective, waysOf } from './choices.ts'

test('the person’s own choice comes first, then the desk’s', () => {
  const desk = { pool: { push: false, mail: true } }
  expect(waysOf('pool', desk, {})).toEqual({ inApp: true, popup: true, push: false, mail: true, sms: false })
  expect(waysOf('pool', desk, { pool: { push: true } })).toEqual({
    inApp: true,
    popup: true,
    push: true,
    mail: true,
    sms: false,
  })
  expect(waysOf('answered', desk, { pool: { push: true } })).toEqual(usualChoices.answered)
})

test('only what differs is kept, so that a later change of the desk’s is heard', () => {
  const under = effective({}, {})
  expect(departures(under, {}, { pool: { push: true, popup: false } })).toEqual({ pool: { popup: false } })
  expect(departures(under, { pool: { popup: false } }, { pool: { popup: true } })).toEqual({})
  expect(departures(under, { pool: { popup: false } }, { near: { mail: true } })).toEqual({
    pool: { popup: false },
    near: { mail: true },
  })
})
