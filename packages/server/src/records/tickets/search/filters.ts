import {
  type Condition,
  channels,
  fold,
  type QuickKey,
  type QuickPart,
  statuses,
  urgencies,
  wordIn,
} from '@baton/contract'
import type { Reading } from '../../../kernel/kinds.ts'
import { type Categories, categories, requestTypes } from '../../categories/index.ts'
import type { Source, Wanted } from '../../search/index.ts'
import { type Choices, chosen, find, namesOf } from './chosen.ts'
import { departmentsNamed, peopleNamed, plainPath } from './named.ts'
import { timeLeaf } from './times.ts'
import { unknown, valuesOf } from './typed.ts'

type Filter = Extract<QuickPart, { kind: 'filter' }>
type Asker = Pick<Reading, 'caller' | 'picture' | 'now'>

/** Filters that are words in one place of the ticket rather than conditions: a part will do. */
const places: Partial<Record<QuickKey, readonly Source[]>> = {
  customer: ['customer', 'externalId'],
  number: ['number'],
  tag: ['tags'],
}

/** What a filter means: words in one place, or a condition. Throws a 422 at `text` when its value means nothing. */
export function filterOf(part: Filter, asker: Asker): Wanted | Condition {
  const place = places[part.key]
  if (!part.value.trim()) throw unknown(part, [])
  if (place) return { text: part.value, in: place }
  return conditionFor(part, asker)
}

function conditionFor(part: Filter, asker: Asker): Condition {
  const { picture, now, caller } = asker
  switch (part.key) {
    case 'status':
      return statusLeaf(part, asker)
    case 'urgency':
      return { field: 'urgency', op: 'isOneOf', value: chosen(part, worded('urgency', urgencies), asker) }
    case 'channel':
      return { field: 'channel', op: 'isOneOf', value: chosen(part, worded('channel', channels), asker) }
    case 'type':
      return { field: 'requestType', op: 'isOneOf', value: chosen(part, typesIn(asker), asker) }
    case 'level':
      return { field: 'customer.level', op: 'isOneOf', value: valuesOf(part).flatMap(spellings) }
    case 'assignee':
      return assigneeLeaf(part, asker)
    case 'department':
      return { field: 'departmentId', op: 'isOneOf', value: [...new Set(departmentsNamed(part, asker))] }
    case 'category':
      return categoryLeaf(part, picture.of(categories))
    case 'created':
    case 'updated': {
      const leaf = timeLeaf(part.key === 'created' ? 'createdAt' : 'updatedAt', part.value, now, caller.zone)
      if (!leaf) throw unknown(part, ['7d', '24h', '2026-11-01', '2026-11-01..2026-11-22'])
      return leaf
    }
    default:
      throw unknown(part, [])
  }
}

const languages = ['zh-CN', 'en'] as const

const worded = (section: 'status' | 'urgency' | 'channel' | 'runState', keys: readonly string[]): Choices =>
  keys.map(value => ({ value, names: [value, ...languages.flatMap(locale => wordIn(locale, section, value) ?? [])] }))

const typesIn = ({ picture }: Asker): Choices =>
  picture.of(requestTypes).all.map(type => ({ value: type.key, names: [type.key, type.name_zh, type.name_en] }))

const isOpen = ['未结', '未完成', 'open', 'unsolved']
const isDone = ['已结', '已完成', 'done']

function statusLeaf(part: Filter, { caller }: Asker): Condition {
  const known = worded('status', statuses)
  const paused = worded('runState', ['paused', 'cancelled', 'force_ended'])
  const any = valuesOf(part).map((value): Condition => {
    if (isOpen.includes(fold(value))) return { field: 'open', op: 'is', value: true }
    if (isDone.includes(fold(value))) return { field: 'open', op: 'is', value: false }
    const run = find(paused, value)
    if (run) return { field: 'runState', op: 'is', value: run }
    const status = find(known, value)
    if (!status)
      throw unknown(part, [
        ...(caller.locale === 'en' ? ['open', 'done'] : ['未结', '已结']),
        ...namesOf(known, caller.locale),
      ])
    return { field: 'status', op: 'is', value: status }
  })
  return any.length === 1 && any[0] ? any[0] : { any }
}

const meNames = ['我', '本人', 'me']
const nobodyNames = ['无', '没有', '未分派', 'none', 'nobody']

function assigneeLeaf(part: Filter, asker: Asker): Condition {
  const any = valuesOf(part).map((value): Condition => {
    const name = fold(value)
    if (meNames.includes(name)) return { field: 'assigneeId', op: 'is', value: '$me' }
    if (nobodyNames.includes(name)) return { field: 'assigneeId', op: 'isEmpty' }
    return { field: 'assigneeId', op: 'isOneOf', value: peopleNamed({ ...part, value }, asker) }
  })
  return any.length === 1 && any[0] ? any[0] : { any }
}

/** With everything beneath it; by its path, or by its own name. */
function categoryLeaf(part: Filter, tree: Categories): Condition {
  const ids = valuesOf(part).flatMap(value => {
    const name = plainPath(value)
    const meant = tree.all.filter(({ name: own, path }) => plainPath(own) === name || plainPath(path) === name)
    if (meant.length === 0) throw unknown(part, [])
    return tree.all.filter(({ id }) => meant.some(above => tree.isWithin(id, above.id))).map(({ id }) => id)
  })
  return { field: 'categoryId', op: 'isOneOf', value: [...new Set(ids)] }
}

/** Levels are compared letter by letter: `vip` means VIP too. */
const spellings = (value: string): string[] => [...new Set([value, value.toUpperCase(), value.toLowerCase()])]
