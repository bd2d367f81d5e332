import { describe, expect, test } from 'vitest'
import { walls } from './walls.ts'

// The order is that of the list, not of the imports, which the formatter sorts.
const modules = `
  import { tickets } from './records/tickets/index.ts'
  import { people } from './records/people/index.ts'
  import { transfer } from './tools/transfer/index.ts'
  export const modules: readonly Module[] = [
    people,
    tickets,
    transfer,
  ]`

/** A house in order, in which one file is given another text. */
function house(file: string, text: string): Map<string, string> {
  const src = 'packages/server/src'
  return new Map([
    ['packages/contract/src/index.ts', ''],
    ['packages/contract/src/tickets.ts', ''],
    ['packages/ui/src/index.ts', ''],
    [`${src}/config.ts`, ''],
    [`${src}/modules.ts`, modules],
    [`${src}/main.ts`, `import { modules } from './modules.ts'; import './tools/transfer/index.ts'`],
    [`${src}/kernel/verb.ts`, `import type { A } from '@baton/contract'; import { B } from '../config.ts'`],
    [`${src}/kernel/log/follow.ts`, ''],
    [`${src}/kernel/postgres/index.ts`, `export { start } from './start.ts'`],
    [`${src}/kernel/postgres/start.ts`, `import { verb } from '../verb.ts'`],
    [`${src}/records/people/index.ts`, `export { hire } from './hire.ts'`],
    [`${src}/records/people/hire.ts`, `import { verb } from '../../kernel/verb.ts'`],
    [`${src}/records/tickets/index.ts`, `import { hire } from '../people/index.ts'`],
    [`${src}/records/tickets/tickets.test.ts`, `import '../../reactions/sla/clock.ts'`],
    [`${src}/records/stray/index.ts`, ''],
    [`${src}/reactions/sla/index.ts`, `import '../../records/tickets/index.ts'`],
    [`${src}/reactions/sla/clock.ts`, ''],
    [`${src}/reactions/routing/index.ts`, ''],
    [`${src}/channels/email/index.ts`, ''],
    [`${src}/tools/transfer/index.ts`, `import '../../records/people/index.ts'`],
    [`${src}/tools/demo.ts`, `import { modules } from '../modules.ts'`],
    ['packages/server/test/database.ts', ''],
    [file, text],
  ])
}

const src = 'packages/server/src'

test('a house in order stands', () => {
  expect(walls(house(`${src}/main.ts`, `import './reactions/sla/index.ts'; import './kernel/log/follow.ts'`))).toEqual(
    [],
  )
})

describe('walls', () => {
  test.each([
    ['the kernel uses a record', 'kernel/verb.ts', '../records/people/index.ts', 'kernel does not use records'],
    ['the kernel uses main', 'kernel/verb.ts', '../modules.ts', 'kernel does not use main'],
    [
      'a record uses a reaction',
      'records/people/hire.ts',
      '../../reactions/sla/index.ts',
      'records does not use reactions',
    ],
    [
      'a record uses a later one',
      'records/people/hire.ts',
      '../tickets/index.ts',
      'records/tickets comes after records/people',
    ],
    [
      'a record uses one that is not listed',
      'records/tickets/index.ts',
      '../stray/index.ts',
      'records/stray is not in modules.ts',
    ],
    ['a record goes past a door', 'records/tickets/index.ts', '../people/hire.ts', 'entered by its index.ts'],
    [
      'a record goes past a door of the kernel',
      'records/people/hire.ts',
      '../../kernel/postgres/start.ts',
      'entered by its index.ts',
    ],
    ['main goes past a door', 'main.ts', './reactions/sla/clock.ts', 'entered by its index.ts'],
    ['a reaction uses a reaction', 'reactions/sla/clock.ts', '../routing/index.ts', 'do not use each other'],
    ['a reaction uses a channel', 'reactions/sla/clock.ts', '../../channels/email/index.ts', 'do not use each other'],
    ['a channel uses a reaction', 'channels/email/index.ts', '../../reactions/sla/index.ts', 'do not use each other'],
    [
      'a channel uses a tool',
      'channels/email/index.ts',
      '../../tools/transfer/index.ts',
      'channels does not use tools',
    ],
    ['a tool of the desk uses main', 'tools/transfer/index.ts', '../../modules.ts', 'tools does not use main'],
    ['a room uses a program', 'records/people/hire.ts', '../../tools/demo.ts', 'records does not use main'],
    ['somebody imports a test', 'records/people/hire.ts', '../tickets/tickets.test.ts', 'nobody imports a test'],
    ['the product uses what tests use', 'records/people/hire.ts', '../../../test/database.ts', 'only tests use'],
    [
      'a package is entered by a path',
      'records/people/hire.ts',
      '../../../../contract/src/tickets.ts',
      'entered by its name',
    ],
    ['the server uses the ui', 'kernel/verb.ts', '@baton/ui', 'server does not use ui'],
  ])('%s', (_sin, file, from, said) => {
    for (const text of [
      `import { a } from '${from}'`,
      `export * from '${from}'`,
      `\nawait import('${from}')`,
      `import type { a } from '${from}'`,
    ]) {
      const line = text.startsWith('\n') ? 2 : 1
      expect(walls(house(`${src}/${file}`, text))).toEqual([
        expect.stringMatching(new RegExp(`^${src}/${file}:${line} imports ${from.replaceAll('.', '\\.')}: .*${said}`)),
      ])
    }
  })

  test.each([
    ['packages/contract/src/index.ts', '@baton/server', 'contract does not use server'],
    ['packages/ui/src/index.ts', '@baton/contract', 'ui does not use contract'],
  ])('%s uses %s', (file, from, said) => {
    expect(walls(house(file, `import '${from}'`))).toEqual([`${file}:1 imports ${from}: ${said}`])
  })
})
