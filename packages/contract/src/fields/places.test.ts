import { describe, expect, test } from 'vitest'
import type { Known } from './reading.ts'
import { regionNames } from './regions.ts'
import { readValue } from './value.ts'

const codes = [...regionNames.keys()]
const known: Known = {
  regions: {
    has: code => regionNames.has(code),
    isDivided: code =>
      codes.some(other => other !== code && other.startsWith(code.slice(0, code.endsWith('0000') ? 2 : 4))),
  },
  phone: text => text,
  clean: html => html,
  exists: () => true,
}
const address = (sent: unknown, level: 'province' | 'city' | 'district' = 'district', detail = true) =>
  readValue({ spec: { kind: 'address', level, detail } }, sent, known)
const nanshan = ['440000', '440300', '440305']

describe('an address', () => {
  test.each<[string, unknown, unknown]>([
    [
      'a region and a street',
      { region: nanshan, detail: ' 科技园路 1 号 ' },
      { region: nanshan, detail: '科技园路 1 号' },
    ],
    ['a region alone', { region: nanshan }, { region: nanshan, detail: null }],
    ['a city without districts', { region: ['440000', '441900'] }, { region: ['440000', '441900'], detail: null }],
    ['nothing', { region: [], detail: '' }, null],
  ])('%s', (_what, sent, value) => {
    expect(address(sent)).toEqual({ value })
  })

  test.each<[string, unknown, string, string]>([
    ['a text', '广东省深圳市', '', 'field.address'],
    ['something else in it', { region: nanshan, street: 'x' }, '', 'field.address'],
    ['a region that there is not', { region: ['990000'] }, '.region', 'field.region'],
    ['a district of another city', { region: ['440000', '440300', '440105'] }, '.region', 'field.region'],
    ['not far enough', { region: ['440000', '440300'] }, '.region', 'field.regionDeeper'],
    ['a street without a region', { detail: '科技园路 1 号' }, '.region', 'required'],
    ['a street with a line break', { region: nanshan, detail: 'a\nb' }, '.detail', 'text.control'],
  ])('%s is told', (_what, sent, at, code) => {
    expect(address(sent)).toMatchObject({ problems: [{ at, code }] })
  })

  test('is asked for no further than its field says', () => {
    expect(address({ region: ['440000', '440300'] }, 'city')).toHaveProperty('value')
    expect(address({ region: ['440000'] }, 'city')).toMatchObject({ problems: [{ code: 'field.regionDeeper' }] })
  })
})

describe('a place', () => {
  const place = (sent: unknown) => readValue({ spec: { kind: 'location' } }, sent, known)
  test('is kept to a hand’s breadth', () => {
    expect(place({ longitude: 113.95012345678, latitude: -22.5, name: '科技园' })).toEqual({
      value: { longitude: 113.950123, latitude: -22.5, name: '科技园' },
    })
  })
  test.each<[unknown, string, string]>([
    [{ longitude: 181, latitude: 0 }, '.longitude', 'field.longitude'],
    [{ longitude: 0, latitude: '22' }, '.latitude', 'field.latitude'],
    [{ longitude: null, latitude: 22 }, '.longitude', 'field.longitude'],
    [[113, 22], '', 'field.location'],
  ])('%j is told', (sent, at, code) => {
    expect(place(sent)).toMatchObject({ problems: [{ at, code }] })
  })
})
