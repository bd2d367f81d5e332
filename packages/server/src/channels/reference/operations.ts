import { type Access, type ReadShape, reads, type VerbShape, verbs, wordIn } from '@baton/contract'
import type { Locale } from '../../kernel/caller.ts'
import { notes } from './notes.ts'
import { refusedBy } from './problems.ts'
import { componentOf, type Schema, schemaOf } from './schemas.ts'
import { transitionText } from './states.ts'

/** Every verb and read: POST /api/v1/<name> with a JSON object. */
export function operations(locale: Locale): Record<string, Schema> {
  const paths: Record<string, Schema> = {}
  for (const [name, shape] of Object.entries<VerbShape | ReadShape>({ ...verbs, ...reads }))
    paths[`/api/v1/${name}`] = { post: operation(name, shape, locale) }
  return paths
}

function operation(name: string, shape: VerbShape | ReadShape, locale: Locale): Schema {
  const isVerb = shape.kind === 'verb'
  const header = (parameter: string) => ({ $ref: `#/components/parameters/${parameter}` })
  const description = [notes[name]?.[locale], transitionText(name, locale), accessText(shape.access, name, locale)]
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: wordIn(locale, 'verb', name) ?? name,
    description: description.filter(Boolean).join('\n\n'),
    ...(shape.access === 'anyone' && { security: [] }),
    parameters: [...(isVerb ? [header('IdempotencyKey')] : []), header('AcceptLanguage')],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(shape.input, 'input', locale) } },
    },
    responses: {
      200: {
        description: answerText(shape, locale),
        content: { 'application/json': { schema: answerSchema(shape, locale) } },
      },
      ...refusedBy(shape),
    },
    'x-kind': shape.kind,
    'x-access': shape.access,
  }
}

function answerSchema(shape: VerbShape | ReadShape, locale: Locale): Schema {
  const record = { $ref: `#/components/schemas/${componentOf(shape.answers)}` }
  if (shape.kind === 'verb' || shape.form === 'one') return record
  const beside = Object.fromEntries(
    Object.entries(shape.beside ?? {}).map(([name, inner]) => [name, schemaOf(inner, 'output', locale)]),
  )
  return {
    type: 'object',
    properties: { items: { type: 'array', items: record }, nextCursor: { type: ['string', 'null'] }, ...beside },
    required: ['items', 'nextCursor', ...Object.keys(beside)],
  }
}

function answerText(shape: VerbShape | ReadShape, locale: Locale): string {
  if (shape.kind === 'verb') return locale === 'en' ? 'The record as it now stands' : '执行之后的记录'
  if (shape.form === 'page')
    return locale === 'en' ? 'A page; `nextCursor` leads to the next one' : '一页；用 `nextCursor` 取下一页'
  return locale === 'en' ? 'The record' : '记录'
}

function accessText(access: Access, name: string, locale: Locale): string {
  switch (access) {
    case 'anyone':
      return locale === 'en' ? 'Needs no sign-in.' : '无需登录。'
    case 'signedIn':
      return locale === 'en' ? 'Needs a sign-in and no grant.' : '登录即可，无需授权。'
    case 'granted':
      return locale === 'en' ? `Needs the grant \`${name}\`.` : `需要权限 \`${name}\`。`
  }
}
