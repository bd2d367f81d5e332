import { expect, test } from 'vitest'
import { loops } from './loops.ts'

const tree = (files: Record<string, string>) => new Map(Object.entries(files))

test('names a ring of files once, by its shortest way round', () => {
  const files = {
    'packages/a/src/one.ts': `import './two.ts'`,
    'packages/a/src/two.ts': `import type { T } from './three.ts'`,
    'packages/a/src/three.ts': `export * from './one.ts'; import './two.ts'`,
    'packages/a/src/outside.ts': `import './one.ts'`,
  }
  expect(loops(tree(files))).toEqual([
    'files import each other in a ring: packages/a/src/one.ts → packages/a/src/two.ts → packages/a/src/three.ts → packages/a/src/one.ts',
  ])
})

test('sees a ring through a package door, and a file that imports itself', () => {
  expect(
    loops(
      tree({
        'packages/contract/src/index.ts': `import './a.ts'`,
        'packages/contract/src/a.ts': `import { b } from '@baton/contract'`,
        'scripts/self.mjs': `import './self.mjs'`,
      }),
    ),
  ).toHaveLength(2)
})

test('lets files share what they use, and ask lazily', () => {
  const files = {
    'packages/a/src/one.ts': `import './two.ts'; import './three.ts'`,
    'packages/a/src/two.ts': `import './three.ts'`,
    'packages/a/src/three.ts': `const one = () => import('./one.ts')`,
  }
  expect(loops(tree(files))).toEqual([])
})
