import { type Condition, reads, verbs, wordIn } from '@baton/contract'
import { shippedRoles } from '../../records/people/index.ts'

/** Every verb and read × the shipped roles. */
export function permissionsPage(): string {
  const names = Object.entries({ ...verbs, ...reads }).map(([name, { access }]) => ({ name, access }))
  const granted = names.filter(({ access }) => access === 'granted').map(({ name }) => name)
  const conditions = new Map<string, number>()
  const heads = shippedRoles.map(({ key }) => `${wordIn('zh-CN', 'role', key) ?? ''} ${key}`)
  const rows = granted.map(name => [
    `\`${name}\` ${wordIn('zh-CN', 'verb', name) ?? ''}`,
    ...shippedRoles.map(({ grants }) => cell(grants[name] ?? grants['*'], conditions)),
  ])
  const open = (access: string) => names.filter(each => each.access === access).map(({ name }) => `\`${name}\``)
  const notes = [...conditions].map(([text, number]) => `${number}. ${text}`)
  return `# Permissions

Made from \`packages/contract\` and the shipped roles by \`npm run generate\`. Roles are data: a desk changes them, and makes its own. ✓ is granted, a number is granted where that condition holds, – is not granted. What one may not see is not found.

| | ${heads.join(' | ')} |
| --- | ${heads.map(() => ':-:').join(' | ')} |
${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}

## Conditions

${notes.join('\n')}

## Without a grant

Whoever is signed in: ${open('signedIn').join(', ')}.

Anyone: ${open('anyone').join(', ')}.
`
}

function cell(grant: true | Record<string, unknown> | undefined, conditions: Map<string, number>): string {
  if (grant === undefined) return '–'
  if (grant === true) return '✓'
  const text = inWords(grant as unknown as Condition)
  const number = conditions.get(text) ?? conditions.size + 1
  conditions.set(text, number)
  return String(number)
}

function inWords(condition: Condition): string {
  if ('all' in condition) return condition.all.map(inGroup).join(' and ')
  if ('any' in condition) return condition.any.map(inGroup).join(' or ')
  if ('not' in condition) return `not ${inGroup(condition.not)}`
  const { field, op, value } = condition
  return `\`${field}\` ${op} ${value === undefined ? '' : `\`${JSON.stringify(value)}\``}`.trim()
}

const inGroup = (condition: Condition): string =>
  'field' in condition ? inWords(condition) : `(${inWords(condition)})`
