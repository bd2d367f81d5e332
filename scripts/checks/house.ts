import type { Node } from 'oxc-parser'
import { lineAt, walk } from './syntax.ts'
import { type Check, isCode, isTest, type Tree } from './tree.ts'

/** The kernel is machinery: no word of the domain stands in its names or texts. Comments may give examples. */
export const kernelWords: Check = tree =>
  inspect(tree, isKernel, (node, _parent, text) => {
    const word = wordIn(node).replace(/user-?agent/gi, '')
    return /ticket|agent|customer/i.test(word) ? `the kernel says "${shorten(text)}"` : undefined
  })

/** Only config.ts reads the environment; main hands it over as `readConfig(process.env)`. */
export const environment: Check = tree =>
  inspect(tree, isProduct, (node, parent) => {
    const handedOver =
      parent?.type === 'CallExpression' && parent.callee.type === 'Identifier' && parent.callee.name === 'readConfig'
    return readsEnvironment(node) && !handedOver ? 'only config.ts reads the environment' : undefined
  })

/** Where SQL is put together from names, which cannot be parameters. Whoever adds a place here says what it builds. */
const mayWriteSql = [
  'kernel/migrate.ts', // the migrations themselves
  'kernel/postgres/', // roles and databases
  'kernel/save.ts', // the one statement that writes everything: tables and columns
  'kernel/log/signal.ts', // the channel of LISTEN and NOTIFY
  'kernel/conditions/jsonColumns.ts', // keys of admin-made fields, checked letter by letter, for indexes to match
  'kernel/conditions/agreement/', // tables of the property test
].map(place => `packages/server/src/${place}`)

/** SQL has parameters, not holes: no `sql.raw` and its kin, no text with values in it given to `query`. */
export const rawSql: Check = tree =>
  inspect(
    tree,
    file => isProduct(file) && !mayWriteSql.some(place => file.startsWith(place)),
    node => {
      if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined
      const { object, property } = node.callee
      if (property.type !== 'Identifier') return undefined
      if (object.type === 'Identifier' && object.name === 'sql' && /^(raw|lit|literal)$/.test(property.name)) {
        return `sql.${property.name} puts a text into SQL as it is`
      }
      const [first] = node.arguments
      return property.name === 'query' && first && hasHoles(first) ? 'a query with holes in its text' : undefined
    },
  )

const longest = 300

/** Files stay under 300 lines, so that one reads from top to bottom. */
export const sizes: Check = tree =>
  [...tree]
    .filter(([file]) => isCode(file) && !isTest(file) && !file.includes('/generated/'))
    .map(([file, text]) => ({ file, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines >= longest)
    .map(({ file, lines }) => `${file} has ${lines} lines; a file stays under ${longest}`)

const empty = ['utils', 'helpers', 'common', 'shared', 'lib', 'services', 'managers', 'types']

/** Folders are called by what is in them. */
export const folders: Check = tree => {
  const parts = [...tree.keys()].flatMap(file => {
    const steps = file.split('/').slice(0, -1)
    return steps.map((name, i) => ({ name, folder: steps.slice(0, i + 1).join('/') }))
  })
  const bad = new Set(parts.filter(({ name }) => empty.includes(name.toLowerCase())).map(({ folder }) => folder))
  return [...bad].map(folder => `${folder} has a name that says nothing`)
}

function inspect(
  tree: Tree,
  concerns: (file: string) => boolean,
  sinOf: (node: Node, parent: Node | undefined, text: string) => string | undefined,
): string[] {
  const problems = new Set<string>()
  for (const [file, text] of tree) {
    if (!isCode(file) || !concerns(file)) continue
    walk(file, text, (node, parent) => {
      const sin = sinOf(node, parent, text.slice(node.start, node.end))
      if (sin) problems.add(`${file}:${lineAt(text, node.start)} ${sin}`)
    })
  }
  return [...problems]
}

const isKernel = (file: string) => file.startsWith('packages/server/src/kernel/') && !isTest(file)

const isProduct = (file: string) =>
  /^packages\/[^/]+\/src\//.test(file) && !isTest(file) && file !== 'packages/server/src/config.ts'

/** What a node itself says, without what is in it. */
function wordIn(node: Node): string {
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name
  if (node.type === 'TemplateElement') return node.value.raw
  if (node.type !== 'Literal') return ''
  return typeof node.value === 'string' ? node.value : 'regex' in node ? node.regex.pattern : ''
}

function readsEnvironment(node: Node): boolean {
  if (node.type === 'MemberExpression') return isProcess(node.object) && nameOf(node.property) === 'env'
  if (node.type === 'VariableDeclarator' && node.init && isProcess(node.init)) {
    return (
      node.id.type === 'ObjectPattern' && node.id.properties.some(p => p.type === 'Property' && nameOf(p.key) === 'env')
    )
  }
  if (node.type !== 'ImportDeclaration' || !/^(node:)?process$/.test(node.source.value)) return false
  return node.specifiers.some(s => s.type === 'ImportSpecifier' && nameOf(s.imported) === 'env')
}

function isProcess(node: Node): boolean {
  if (node.type === 'MemberExpression')
    return nameOf(node.property) === 'process' && nameOf(node.object) === 'globalThis'
  return nameOf(node) === 'process'
}

function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

function hasHoles(node: Node): boolean {
  if (node.type === 'TemplateLiteral') return node.expressions.length > 0
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return false
  const plain = (side: Node) => side.type === 'Literal' || (side.type === 'BinaryExpression' && !hasHoles(side))
  return !plain(node.left) || !plain(node.right)
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
