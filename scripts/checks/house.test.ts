import { describe, expect, test } from 'vitest'
import { environment, folders, kernelWords, rawSql, sizes } from './house.ts'

const tree = (file: string, text: string) => new Map([[file, text]])
const kernel = 'packages/server/src/kernel/verb.ts'
const record = 'packages/server/src/records/people/hire.ts'

describe('kernelWords', () => {
  test.each([
    ['a name', 'const openTickets = 1'],
    ['a property', 'const a = { agentId: 1 }'],
    ['a private name', 'class A { #customer = 1 }'],
    ['a text', `const a = 'the ticket'`],
    ['a statement', 'const a = sql`select 1 from customers`'],
    ['a pattern', 'const a = /^agent/'],
    ['an import', `import { a } from './tickets.ts'`],
    ['a type', 'interface Customer { a: 1 }'],
  ])('hears %s', (_what, text) => {
    expect(kernelWords(tree(kernel, text))).toEqual([expect.stringContaining(`${kernel}:1 the kernel says`)])
  })

  test('hears neither comments, nor browsers, nor other rooms, nor tests', () => {
    const text = `// a ticket\n/** an agent */ const a = 'User-Agent' + req.userAgent`
    expect(kernelWords(tree(kernel, text))).toEqual([])
    expect(kernelWords(tree(record, 'const ticket = 1'))).toEqual([])
    expect(kernelWords(tree(kernel.replace('.ts', '.test.ts'), 'const ticket = 1'))).toEqual([])
  })
})

describe('environment', () => {
  test.each([
    'const a = process.env.PORT',
    "const a = process['env']",
    'const a = globalThis.process.env',
    'const { env } = process',
    `import { env } from 'node:process'`,
    'fill(process.env)',
    'readConfig({ ...process.env })',
  ])('sees %s', text => {
    expect(environment(tree(record, text))).toEqual([`${record}:1 only config.ts reads the environment`])
  })

  test('lets main hand it over, and config, scripts and tests read it', () => {
    expect(environment(tree('packages/server/src/main.ts', 'readConfig(process.env)'))).toEqual([])
    for (const file of [
      'packages/server/src/config.ts',
      'scripts/run.mjs',
      'packages/console/vite.config.ts',
      'packages/server/src/a.test.ts',
    ]) {
      expect(environment(tree(file, 'const a = process.env.PORT'))).toEqual([])
    }
    expect(environment(tree(record, 'const a = import.meta.env; const b = { env: 1 }.env'))).toEqual([])
  })
})

describe('rawSql', () => {
  test.each([
    'sql`select $' + '{sql.raw(name)}`',
    'sql.lit(name)',
    'client.query(`select ${name}`)',
    "client.query('select ' + name)",
    "client.query('select ' + name + ' from a', [1])",
  ])('sees %s', text => {
    expect(rawSql(tree(record, text))).toHaveLength(1)
  })

  test.each([
    'sql`select ${name} from ${sql.table(place)}`',
    "client.query('select $1', [name])",
    "client.query('select ' + 'a, ' + 'b')",
    'client.query(`select 1`)',
    'sql.join(names)',
  ])('lets %s be', text => {
    expect(rawSql(tree(record, text))).toEqual([])
  })

  test('lets the listed places be', () => {
    expect(rawSql(tree('packages/server/src/kernel/postgres/hold.ts', 'c.query(`create role ${a}`)'))).toEqual([])
  })
})

test('sizes: 299 lines are a file, 300 are two', () => {
  const lines = (count: number) => '\n'.repeat(count)
  expect(sizes(tree(record, lines(299)))).toEqual([])
  expect(sizes(tree(record, lines(300)))).toEqual([`${record} has 300 lines; a file stays under 300`])
  expect(sizes(tree('packages/console/src/a.tsx', lines(300)))).toHaveLength(1)
  expect(sizes(tree('packages/console/src/words/zh-CN.ts', lines(300)))).toHaveLength(1)
  for (const file of ['a/b.test.ts', 'a/generated/b.ts', 'a/b.sql']) {
    expect(sizes(tree(file, lines(900)))).toEqual([])
  }
})

test('folders: names that say nothing', () => {
  const files = ['packages/server/src/utils/a.ts', 'packages/server/src/utils/b.ts', 'packages/ui/Types/deep/a.css']
  expect(folders(new Map(files.map(file => [file, ''])))).toEqual(
    ['packages/server/src/utils', 'packages/ui/Types'].map(f => `${f} has a name that says nothing`),
  )
  expect(folders(new Map([['packages/contract/src/types.ts', '']]))).toEqual([])
})
