import {
  type FigureBy,
  type FigureDimension,
  type FigureUnit,
  figureDimensions,
  figureUnits,
  type ReadSent,
} from '@baton/contract'
import { isOwn, isOwnDimension, type OwnNarrowing, ownPart, ownValue } from './own-search.ts'

export type Compare = 'none' | 'previous' | 'year'

/** What the address of a page of figures says; days are the desk's. */
export interface Search {
  from?: string
  to?: string
  compare?: Compare
  by?: FigureBy
  unit?: FigureUnit
  department?: string
  person?: string
  /** A category and all beneath it. */
  category?: string
  /** A category alone, as the rows of a table have it. */
  leaf?: string
  channel?: string
  requestType?: string
  urgency?: string
  policy?: string
  target?: string
  customer?: string
  score?: string
  /** By the desk's own fields. */
  [own: OwnNarrowing]: string | boolean
}

/** Stands for tickets that have none of it. */
export const none = 'none'

const narrowing = [
  'department',
  'person',
  'category',
  'leaf',
  'channel',
  'requestType',
  'urgency',
  'policy',
  'target',
  'customer',
  'score',
] as const
export type Narrowing = (typeof narrowing)[number]

/** Whatever stands in the address: what makes no sense is left out. */
export function searchOf(given: Record<string, unknown>): Search {
  const search: Record<string, string | boolean> = {}
  const keep = (key: string, fits: (value: string) => boolean) => {
    const value = given[key]
    if ((typeof value === 'string' || typeof value === 'number') && fits(String(value))) search[key] = String(value)
  }
  const isOneOf = (words: readonly string[]) => (value: string) => words.includes(value)
  for (const key of ['from', 'to']) keep(key, value => /^\d{4}-\d\d-\d\d$/.test(value))
  keep('compare', isOneOf(['none', 'previous', 'year']))
  keep('by', value => isOneOf(figureDimensions)(value) || isOwnDimension(value))
  keep('unit', isOneOf(figureUnits))
  for (const key of narrowing) keep(key, value => value.length > 0 && value.length <= 100)
  for (const key of Object.keys(given).filter(isOwn)) {
    const value = ownValue(given[key])
    if (value !== undefined) search[key] = value
  }
  return search
}

/** What narrows the figures, as the conditions that the server reads. */
export function whereOf(search: Search): ReadSent<'figures.facts'>['where'] {
  const parts = narrowing.flatMap(key => {
    const value = search[key]
    if (value === undefined) return []
    const field = fields[key]
    if (value === none) return [{ field: key === 'category' ? 'categoryId' : field, op: 'isEmpty' }]
    if (key === 'category') return [{ field, op: 'contains', value }]
    return [{ field, op: 'is', value: key === 'score' ? Number(value) : value }]
  })
  const own = ownNarrowings(search).map(key => ownPart(key, search[key] ?? ''))
  return parts.length + own.length === 0 ? undefined : { all: [...parts, ...own] }
}

/** Those of the desk's own fields that narrow. */
export const ownNarrowings = (search: Search): OwnNarrowing[] => Object.keys(search).filter(isOwn)

const fields: Record<Narrowing, string> = {
  department: 'departmentId',
  person: 'assigneeId',
  category: 'categoryIds',
  leaf: 'categoryId',
  channel: 'channel',
  requestType: 'requestType',
  urgency: 'urgency',
  policy: 'policyId',
  target: 'target',
  customer: 'customerId',
  score: 'score',
}

/** A policy and a target are those of promises: narrowed by them, nothing else is left to count. */
export const isOfPromises = ({ policy, target }: Search): boolean => policy !== undefined || target !== undefined

/** How a row of a table narrows: by its own category alone. */
export const narrowedBy = (by: FigureDimension, key: string | null): Search => ({
  [by === 'category' ? 'leaf' : by]: key ?? none,
})

export interface Days {
  from: string
  to: string
}

export const presets = ['today', 'yesterday', 'week', 'month', 'thisMonth', 'lastMonth', 'thisYear'] as const
export type Preset = (typeof presets)[number]

export function daysOf(preset: Preset, today: string): Days {
  const first = `${today.slice(0, 7)}-01`
  switch (preset) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: later(today, -1), to: later(today, -1) }
    case 'week':
      return { from: later(today, -6), to: today }
    case 'month':
      return { from: later(today, -29), to: today }
    case 'thisMonth':
      return { from: first, to: today }
    case 'lastMonth':
      return { from: `${later(first, -1).slice(0, 7)}-01`, to: later(first, -1) }
    case 'thisYear':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
  }
}

export const presetOf = ({ from, to }: Days, today: string): Preset | undefined =>
  presets.find(preset => {
    const days = daysOf(preset, today)
    return days.from === from && days.to === to
  })

/** Buckets that can still be told apart on a screen. */
export function unitFor({ from, to }: Days): FigureUnit {
  const days = (Date.parse(to) - Date.parse(from)) / dayLength + 1
  if (days <= 62) return 'day'
  if (days <= 200) return 'week'
  return days <= 1100 ? 'month' : 'year'
}

const dayLength = 86_400_000
const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10)
