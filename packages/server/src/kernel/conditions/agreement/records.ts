import { type FieldType, fold, foldedFields, type PlainRecord } from '@baton/contract'
import { ids, instants, largeNumbers, numbers, strays, texts, unstorable, words } from './pools.ts'
import type { Random } from './random.ts'
import { catalogue, fieldsIn } from './table.ts'

/** A record twice: as memory has it, and as the row that is stored for it. */
export interface Thing {
  id: number
  memory: PlainRecord
  row: PlainRecord
}

export interface Group {
  memory: PlainRecord
  row: PlainRecord
}

export function someGroup(random: Random, id: number): Group {
  const memory: Record<string, unknown> = {}
  const row: Record<string, unknown> = { id }
  for (const { name, type } of fieldsIn('group')) {
    memory[name] = random.chance(0.3) ? null : someValueOf(type, random)
    row[name] = stored(type, memory[name], random)
  }
  return { memory, row }
}

export function someThing(random: Random, id: number, groups: readonly Group[]): Thing {
  const memory: Record<string, unknown> = {}
  const row: Record<string, unknown> = { id }
  for (const { name, type, nullable } of fieldsIn('own')) {
    const value = nullable && random.chance(0.25) ? random.pick([null, undefined]) : someValueOf(type, random)
    if (value !== undefined) memory[name] = value
    row[name] = stored(type, value, random)
  }
  const group = random.chance(0.7) ? random.pick(groups) : undefined
  if (group || random.chance(0.5)) memory.group = group?.memory ?? null
  const fields = someFields(random)
  memory.fields = fields
  return {
    id,
    memory,
    row: {
      ...row,
      groupId: group?.row.id ?? null,
      fields: storable(fields),
      foldedFields: foldedFields(fields, catalogue),
    },
  }
}

/** As JSON holds it: any key may be missing, null or of another type than its field's. */
function someFields(random: Random): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const { name, type } of fieldsIn('fields')) {
    if (random.chance(0.1)) continue
    const value = random.chance(0.2) ? random.pick(strays) : someValueOf(type, random)
    fields[name] = value instanceof Date ? value.getTime() : value
  }
  return fields
}

function someValueOf(type: FieldType, random: Random): unknown {
  switch (type) {
    case 'text':
      return random.some(random.chance(0.05) ? unstorable : texts, 0, 3).join(random.pick(['', ' ']))
    case 'ref':
      return random.pick(ids)
    case 'refs':
      return random.some(ids, 0, 3)
    case 'choice':
      return random.pick([...words, ''])
    case 'choices':
      return random.some([...words, ''], 0, 3)
    case 'number':
      return random.pick(random.chance(0.9) ? numbers : largeNumbers)
    case 'boolean':
      return random.chance(0.5)
    case 'time': {
      const instant = random.pick(instants)
      return random.chance(0.5) ? instant : new Date(instant)
    }
    case 'date':
      return new Date(random.pick(instants)).toISOString().slice(0, 10)
  }
}

/** A column's value as JSON: a time has microseconds that memory does not. */
function stored(type: FieldType, value: unknown, random: Random): unknown {
  if (value === null || value === undefined) return null
  if (type === 'text') return fold(String(value))
  if (type === 'number') return String(value)
  if (type !== 'time') return value
  const micros = random.pick(['000', '001', '500', '999'])
  return new Date(value as number | Date).toISOString().replace('Z', `${micros}Z`)
}

/** What the write path makes of text that PostgreSQL cannot hold does not matter: texts are compared by their folded copy. */
const storable = (fields: PlainRecord): PlainRecord =>
  JSON.parse(JSON.stringify(fields), (_, value) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
  )
