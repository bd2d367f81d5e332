import { h } from '../dom.ts'
import { type Answer, type Document, type Entry, lastOf, type Parameter, type Schema } from './document.ts'
import { exampleOf } from './example.ts'
import { inline, markdown } from './markdown.ts'
import { propertiesTable, typeOf } from './schema.ts'
import type { ReferenceWords } from './words.ts'

/** One call or one schema, on a page of its own. */
export function entryPage(entry: Entry, document: Document, words: ReferenceWords): HTMLElement {
  return entry.kind === 'schema' ? schemaPage(entry.name, entry.schema, words) : operationPage(entry, document, words)
}

function operationPage(
  entry: Extract<Entry, { kind: 'operation' }>,
  document: Document,
  words: ReferenceWords,
): HTMLElement {
  const { operation, method, path } = entry
  const [body] = Object.values(operation.requestBody?.content ?? {})
  const parameters = (operation.parameters ?? []).map(parameter =>
    resolved<Parameter>(parameter, document.components.parameters),
  )
  return h(
    'article',
    {},
    h('h1', { tabindex: -1 }, operation.summary),
    h('p', { class: 'call' }, h('span', { class: 'method' }, method), h('code', {}, path)),
    ...markdown(operation.description ?? ''),
    ...(body?.schema.properties
      ? [h('h2', {}, words.request), propertiesTable(body.schema, words.request, words)]
      : []),
    ...(parameters.length > 0
      ? [h('h2', {}, words.headers), propertiesTable(asSchema(parameters), words.headers, words)]
      : []),
    h('h2', {}, words.example),
    example(exampleOf(document, method, path, operation), words),
    h('h2', {}, words.answer),
    ...answers(operation.responses, document, words),
  )
}

function schemaPage(name: string, schema: Schema, words: ReferenceWords): HTMLElement {
  return h(
    'article',
    {},
    h('h1', { tabindex: -1 }, name),
    ...markdown(schema.description ?? ''),
    schema.properties ? propertiesTable(schema, name, words) : null,
    ...(schema.examples ?? []).map(value => example(JSON.stringify(value, null, 2), words)),
  )
}

function answers(
  responses: Record<string, Answer | { $ref: string }>,
  document: Document,
  words: ReferenceWords,
): HTMLElement[] {
  const all = Object.entries(responses).map(([code, response]) => ({
    code,
    ...resolved<Answer>(response, document.components.responses),
  }))
  const good = all.filter(({ code }) => code.startsWith('2'))
  const bad = all.filter(({ code }) => !code.startsWith('2'))
  return [
    ...good.flatMap(({ code, description, content }) => {
      const [media] = Object.values(content ?? {})
      return [h('p', {}, h('code', {}, code), ` ${description}`, ...answerType(media?.schema, words))]
    }),
    h('h2', {}, words.problems),
    h(
      'ul',
      { class: 'problems' },
      ...bad.map(({ code, description }) => h('li', {}, h('code', {}, code), ' ', ...inline(description))),
    ),
  ]
}

function answerType(schema: Schema | undefined, words: ReferenceWords): (Node | string)[] {
  if (!schema) return []
  const items = schema.properties?.items
  return [' — ', ...(items?.items ? [words.page, ...typeOf(items.items, words)] : typeOf(schema, words))]
}

function example(text: string, words: ReferenceWords): HTMLElement {
  const button = h('button', { type: 'button', class: 'copy', onclick: copy }, words.copy)
  return h('div', { class: 'example' }, h('pre', { tabindex: 0 }, h('code', {}, text)), button)

  function copy() {
    navigator.clipboard?.writeText(text).then(
      () => {
        button.textContent = words.copied
      },
      () => getSelection()?.selectAllChildren(button.previousElementSibling ?? button),
    )
  }
}

const asSchema = (parameters: Parameter[]): Schema => ({
  properties: Object.fromEntries(
    parameters.map(({ name, description, schema }) => [name, { ...schema, ...(description && { description }) }]),
  ),
  required: parameters.filter(parameter => parameter.required).map(({ name }) => name),
})

function resolved<T extends object>(value: T | { $ref: string }, known: Record<string, T>): T {
  return '$ref' in value ? (known[lastOf(value.$ref)] as T) : value
}
