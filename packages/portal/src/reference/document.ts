/** The parts of an OpenAPI document that the page shows. */
export interface Document {
  info: { title: string; version: string; description: string }
  tags: { name: string; 'x-displayName': string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, Schema>
    responses: Record<string, Answer>
    parameters: Record<string, Parameter>
  }
}

export interface Operation {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, Answer | { $ref: string }>
  'x-kind': 'verb' | 'read' | 'route'
}

export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema: Schema
}

export interface Answer {
  description: string
  content?: Record<string, { schema: Schema }>
}

export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  pattern?: string
  examples?: unknown[]
}

/** One thing that has a page of its own. */
export type Entry =
  | { id: string; kind: 'operation'; title: string; method: string; path: string; operation: Operation }
  | { id: string; kind: 'schema'; title: string; name: string; schema: Schema }

/** Everything in the order of the tags, the schemas last. */
export function entriesOf({ paths, tags, components }: Document): { title: string; entries: Entry[] }[] {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Entry => {
      const { operationId: id, summary: title } = operation
      return { id, kind: 'operation', title, method: method.toUpperCase(), path, operation }
    }),
  )
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]): Entry => ({ id: `schemas/${name}`, kind: 'schema', title: name, name, schema }),
  )
  const isOf = (tag: string) => (entry: Entry) => entry.kind === 'operation' && entry.operation.tags.includes(tag)
  const groups = tags.map(tag => ({ title: tag['x-displayName'], entries: operations.filter(isOf(tag.name)) }))
  return [...groups.filter(({ entries }) => entries.length > 0), { title: '', entries: schemas }]
}

export const lastOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)
