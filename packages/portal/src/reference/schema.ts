import { h } from '../dom.ts'
import { fill } from '../words.ts'
import { lastOf, type Schema } from './document.ts'
import { inline } from './markdown.ts'
import type { ReferenceWords } from './words.ts'

type Piece = Node | string

/** The properties of an object as a table; objects within it follow their property by its path. */
export function propertiesTable(schema: Schema, label: string, words: ReferenceWords): HTMLElement {
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label },
    h(
      'table',
      { class: 'properties' },
      h(
        'thead',
        {},
        h('tr', {}, ...[words.name, words.type, words.meaning].map(word => h('th', { scope: 'col' }, word))),
      ),
      h('tbody', {}, ...rowsOf(schema, '', words)),
    ),
  )
}

/** `told`: what the property before says already, and where these rows hold. */
function rowsOf(schema: Schema, prefix: string, words: ReferenceWords, told?: Kind): HTMLElement[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (name === told?.name) return []
    const isNeeded = schema.required?.includes(name)
    const path = prefix + name
    const inner = objectIn(property)
    return [
      h(
        'tr',
        {},
        h(
          'td',
          {},
          h('code', { class: 'name' }, path),
          isNeeded ? h('span', { class: 'needed' }, words.required) : null,
          told ? h('div', { class: 'only' }, `${told.name}: ${told.value}`) : null,
        ),
        h('td', { class: 'type' }, ...typeOf(property, words)),
        h('td', {}, ...inline(property.description ?? ''), ...limitsOf(property, words)),
      ),
      ...(inner ? rowsOf(inner, `${path}${property.items ? '[].' : '.'}`, words, told) : []),
      ...kindsOf(property).flatMap(kind => rowsOf(kind.schema, `${path}.`, words, kind)),
    ]
  })
}

/** One of the shapes that are told apart by a property of theirs, such as `kind`. */
interface Kind {
  name: string
  value: string
  schema: Schema
}

const kindsOf = ({ oneOf = [] }: Schema): Kind[] =>
  oneOf.flatMap(schema => {
    const [name, mark] = Object.entries(schema.properties ?? {}).find(([, { const: only }]) => only !== undefined) ?? []
    return name ? [{ name, value: String(mark?.const), schema }] : []
  })

function objectIn(property: Schema): Schema | undefined {
  const of = property.items ?? property
  const candidates = [of, ...(of.anyOf ?? [])]
  return candidates.find(candidate => candidate.properties !== undefined)
}

export function typeOf(schema: Schema, words: ReferenceWords): Piece[] {
  const { $ref, enum: choices, anyOf, oneOf, items, format, type, const: only } = schema
  if ($ref) return [h('a', { href: `#/schemas/${lastOf($ref)}` }, lastOf($ref))]
  if (only !== undefined) return [h('code', {}, String(only))]
  if (choices)
    return between(
      choices.map(choice => h('code', {}, String(choice))),
      ' · ',
    )
  if (items) return partsOf(words.listOf, typeOf(items, words))
  const kinds = kindsOf(schema)
  if (kinds.length > 0)
    return between(
      kinds.map(({ name, value }) => h('code', {}, `${name}: ${value}`)),
      ' | ',
    )
  const branches = anyOf ?? oneOf
  if (branches)
    return between(
      branches.map(branch => h('span', {}, ...typeOf(branch, words))),
      ' | ',
    )
  if (format)
    return [format === 'date-time' ? 'ISO 8601' : format, ...([type].flat().includes('null') ? [' | null'] : [])]
  return [[type ?? words.anything].flat().join(' | ')]
}

/** A sentence with pieces in the place of `{of}`. */
function partsOf(sentence: string, pieces: Piece[]): Piece[] {
  const [before = '', after = ''] = sentence.split('{of}')
  return [before, ...pieces, after]
}

const between = (pieces: Piece[], sign: string): Piece[] =>
  pieces.flatMap((piece, at) => (at === 0 ? [piece] : [sign, piece]))

function limitsOf(
  { default: standard, maxLength, maximum, maxItems, minimum, minItems }: Schema,
  words: ReferenceWords,
): Piece[] {
  const most = maxLength ?? maximum ?? maxItems
  const least = minimum ?? minItems
  const limits = [
    standard !== undefined && fill(words.standard, { value: JSON.stringify(standard) }),
    least !== undefined && least > 0 && fill(words.atLeast, { least }),
    most !== undefined && fill(words.upTo, { most: most.toLocaleString('en') }),
  ].filter(text => typeof text === 'string')
  return limits.length > 0 ? [h('span', { class: 'limits' }, limits.join(' · '))] : []
}
