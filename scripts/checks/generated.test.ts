import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { generated } from './generated.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'baton-generated-'))
  mkdirSync(path.join(root, 'docs/generated'), { recursive: true })
  mkdirSync(path.join(root, 'packages/server'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (file: string, text: string) => writeFileSync(path.join(root, file), text)

test('what the code says must stand in the documents', async () => {
  put(
    'generate.mjs',
    `import fs from 'node:fs'; fs.writeFileSync('docs/generated/events.md', 'three'); fs.writeFileSync('packages/server/schema.sql', 'a')`,
  )
  put('docs/generated/events.md', 'two')
  put('packages/server/schema.sql', 'a')
  expect(await generated(root, 'generate.mjs')).toEqual([expect.stringMatching(/^docs\/generated\/events\.md was not/)])
  expect(await generated(root, 'generate.mjs')).toEqual([])
})

test('a generator that fails is a problem, one that does not exist is not', async () => {
  put('generate.mjs', `console.error('no such verb'); process.exit(1)`)
  expect(await generated(root, 'generate.mjs')).toEqual(['no such verb'])
  expect(await generated(root, 'nothing.mjs')).toEqual([])
})
