import { events, wordIn } from '@baton/contract'
import { z } from 'zod'

/** Every event with its sentence in both languages and what it carries. */
export function eventsPage(): string {
  const sections = Object.entries<{ payload: z.ZodType }>(events).map(
    ([name, { payload }]) => `## ${name}

${wordIn('zh-CN', 'event', name) ?? ''}\\
${wordIn('en', 'event', name) ?? ''}

${payloadTable(payload)}`,
  )
  return `# Events

Made from \`packages/contract\` by \`npm run generate\`. An event is one row that is at once history, audit, timeline, trigger, report source and queue. In the sentences, \`{actor}\` is who did it; a part in brackets is left out when something in it is empty.

${sections.join('\n\n')}
`
}

interface Schema {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

function payloadTable(shape: z.ZodType): string {
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { unrepresentable: 'any' }) as Schema
  const names = Object.keys(properties)
  if (names.length === 0) return 'Carries nothing else.'
  const rows = names.map(
    name => `| \`${name}\`${required.includes(name) ? '' : '?'} | ${typeOf(properties[name] ?? {})} |`,
  )
  return ['| property | type |', '| --- | --- |', ...rows].join('\n')
}

function typeOf({ type, format, enum: words, anyOf, items, properties }: Schema): string {
  if (anyOf) return anyOf.map(typeOf).join(' or ')
  if (words) return words.map(word => `\`${String(word)}\``).join(' · ')
  if (items) return `list of ${typeOf(items)}`
  if (properties) return `{${Object.keys(properties).join(', ')}}`
  return format ?? [type ?? 'anything'].flat().join(' or ')
}
