import { condition, wordIn } from '@baton/contract'
import { z } from 'zod'
import type { Locale } from '../../kernel/caller.ts'
import { propertyWords } from './property-words.ts'

export interface Schema {
  [keyword: string]: unknown
}

/** A record's name among the components: `timelineItem` is `TimelineItem`. */
export const componentOf = (record: string): string => record.charAt(0).toUpperCase() + record.slice(1)

/** A shape of the contract as JSON Schema (2020-12), its properties explained in the reader's language. */
export function schemaOf(shape: z.ZodType, io: 'input' | 'output', locale: Locale): Schema {
  const made = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema !== (condition as unknown)) return
      for (const keyword of Object.keys(jsonSchema)) delete (jsonSchema as Schema)[keyword]
      jsonSchema.$ref = '#/components/schemas/Condition'
    },
  }) as Schema
  delete made.$schema
  return plain(made, locale) as Schema
}

/** Patterns that a format says already are left out, and `anyOf` with null becomes a type. */
function plain(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map(part => plain(part, locale))
  if (typeof value !== 'object' || value === null) return value
  const schema: Schema = Object.fromEntries(
    Object.entries(value).map(([keyword, part]) => [keyword, plain(part, locale)]),
  )
  if (schema.format !== undefined) delete schema.pattern
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (isObject(schema.properties)) schema.properties = explained(schema.properties, locale)
  return withoutNullBranch(schema)
}

function explained(properties: Schema, locale: Locale): Schema {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const words = propertyWords[name]?.[locale] ?? wordIn(locale, 'fieldName', name)
      return [name, words && isObject(schema) && !schema.description ? { ...schema, description: words } : schema]
    }),
  )
}

function withoutNullBranch(schema: Schema): Schema {
  const branches = schema.anyOf
  if (!Array.isArray(branches) || branches.length !== 2) return schema
  const [first, second] = branches as [Schema, Schema]
  if (second.type !== 'null' || typeof first.type !== 'string') return schema
  const { anyOf: _, ...rest } = schema
  const choices = Array.isArray(first.enum) ? { enum: [...first.enum, null] } : {}
  return { ...rest, ...first, ...choices, type: [first.type, 'null'] }
}

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
