import { type Condition, dayAt, entriesOf, fold, type QuickPart } from '@baton/contract'
import { regionNames } from '@baton/contract/regions'
import type { Reading } from '../../../kernel/kinds.ts'
import type { Field } from '../../fields/index.ts'
import { ticketFields } from '../fields.ts'
import { type Choices, chosen } from './chosen.ts'
import { departmentsNamed, peopleNamed } from './named.ts'
import { timeLeaf } from './times.ts'
import { type Typed, unknown } from './typed.ts'

type Asker = Pick<Reading, 'caller' | 'picture' | 'now'>

const nothing = ['无', '没有', '空', 'none', 'empty']
const something = ['有', '任意', '*', 'any']
const yes = ['是', '对', 'yes', 'true', '1']
const no = ['否', '不', 'no', 'false', '0']

/** What a search by one of the desk's own fields means: `订单号:2026`, `金额:>100`, `阶段:前期,后期`, `退款:无`. */
export function ownLeaf(part: Extract<QuickPart, { kind: 'own' }>, asker: Asker): Condition {
  const field = asker.picture.of(ticketFields).own.byKey(part.field)
  if (!field || !part.value.trim()) throw unknown(part, [])
  const ids = Object.keys(entriesOf(field))
  const typed = fold(part.value).trim()
  if (nothing.includes(typed)) return { all: ids.map(id => ({ field: id, op: 'isEmpty' })) }
  if (something.includes(typed)) return { any: ids.map(id => ({ field: id, op: 'isNotEmpty' })) }
  return leafFor(field, part, asker)
}

function leafFor(field: Field, part: Typed, asker: Asker): Condition {
  const id = `fields.${field.key}`
  const { spec } = field
  switch (spec.kind) {
    case 'number':
    case 'amount':
      return numberLeaf(id, part)
    case 'formula':
      if (spec.result === 'number') return numberLeaf(id, part)
      return spec.result === 'boolean' ? yesLeaf(id, part) : { field: id, op: 'contains', value: part.value }
    case 'date':
    case 'time':
      return momentLeaf(id, spec.kind, part, asker)
    case 'boolean':
      return yesLeaf(id, part)
    case 'choice':
      return { field: id, op: 'isOneOf', value: chosen(part, named(spec.options), asker) }
    case 'choices':
      return { field: id, op: 'containsAny', value: chosen(part, named(spec.options), asker) }
    case 'cascade':
      return { field: id, op: 'containsAny', value: chosen(part, named(spec.branches), asker) }
    case 'person':
      return { field: id, op: 'isOneOf', value: peopleNamed(part, asker) }
    case 'department':
      return { field: id, op: 'isOneOf', value: departmentsNamed(part, asker) }
    case 'address':
      return addressLeaf(id, part)
    case 'location':
      return { field: `${id}.name`, op: 'contains', value: part.value }
    case 'customer':
    case 'files':
    case 'pictures':
      throw unknown(part, ['有', '无'])
    case 'text':
    case 'longText':
    case 'richText':
    case 'reference':
    case 'phone':
    case 'rows':
      return { field: id, op: 'contains', value: part.value }
  }
}

const named = (options: readonly { key: string; name: string; nameEn?: string | undefined }[]): Choices =>
  options.map(({ key, name, nameEn }) => ({ value: key, names: [key, name, nameEn ?? name] }))

/** `12.5`, `>100`, `<=5`, `10..20`. */
function numberLeaf(field: string, part: Typed): Condition {
  const text = part.value.normalize('NFKC').replace(/[,¥$\s]/g, '')
  const number = '-?\\d{1,15}(?:\\.\\d{1,8})?'
  const range = new RegExp(`^(${number})?(?:\\.\\.|~|至)(${number})?$`).exec(text)
  if (range?.[1] || range?.[2]) {
    const from: Condition[] = range[1] ? [{ field, op: 'atLeast', value: Number(range[1]) }] : []
    const to: Condition[] = range[2] ? [{ field, op: 'atMost', value: Number(range[2]) }] : []
    return { all: [...from, ...to] }
  }
  const [, sign, value] = new RegExp(`^(>=|<=|>|<|=)?(${number})$`).exec(text) ?? []
  if (value === undefined) throw unknown(part, ['100', '>100', '10..20'])
  const op = ({ '>': 'moreThan', '<': 'lessThan', '>=': 'atLeast', '<=': 'atMost' } as const)[sign ?? ''] ?? 'is'
  return { field, op, value: Number(value) }
}

function yesLeaf(field: string, part: Typed): Condition {
  const typed = fold(part.value).trim()
  if (!yes.includes(typed) && !no.includes(typed)) throw unknown(part, ['是', '否'])
  return { field, op: 'is', value: yes.includes(typed) }
}

function momentLeaf(field: string, kind: 'date' | 'time', part: Typed, { now, caller }: Asker): Condition {
  const leaf = timeLeaf(field, part.value, now, caller.zone)
  if (!leaf) throw unknown(part, ['7d', '2026-11-01', '2026-11-01..2026-11-22'])
  return kind === 'time' ? leaf : inDays(leaf, caller.zone)
}

/** The same of calendar days: the caller's, in which the instants were meant. */
function inDays(condition: Condition, zone: string): Condition {
  if ('all' in condition) return { all: condition.all.map(part => inDays(part, zone)) }
  if (!('field' in condition) || typeof condition.value !== 'string' || condition.op === 'withinLast') return condition
  return { ...condition, value: dayAt(Date.parse(condition.value), zone) }
}

/** A region by its name, with or without 省, 市, 区; anything else is looked for in the street. */
function addressLeaf(field: string, { value }: Typed): Condition {
  const name = value.trim()
  const codes = [...regionNames].flatMap(([code, known]) => (known === name || bare(known) === name ? [code] : []))
  const street: Condition = { field: `${field}.detail`, op: 'contains', value }
  return codes.length === 0 ? street : { any: [{ field: `${field}.region`, op: 'containsAny', value: codes }, street] }
}

const bare = (region: string): string =>
  region.replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市区县]$/, '') || region
