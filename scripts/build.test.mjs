import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildWeb, fingerprint, outdated } from './build.mjs'

let root
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'baton-build-'))
  put('packages/contract/src/index.ts', 'a')
  put('packages/ui/src/index.ts', 'a')
  put('packages/console/vite.config.ts', '')
  put('packages/console/src/main.tsx', 'good')
  put('packages/server/src/main.ts', '')
  // Stands in for Vite: fails on a bad source, and counts its runs in what it makes.
  put(
    'node_modules/vite/bin/vite.js',
    `const fs = require('node:fs')
     const out = process.argv[process.argv.indexOf('--outDir') + 1]
     if (fs.readFileSync('src/main.tsx', 'utf8') === 'bad') { console.error('no such import'); process.exit(1) }
     fs.appendFileSync('../../runs', 'x')
     fs.mkdirSync(out, { recursive: true })
     fs.writeFileSync(out + '/index.html', fs.readFileSync('src/main.tsx', 'utf8') + process.env.NODE_ENV)`,
  )
})
afterEach(() => rmSync(root, { recursive: true }))

function put(name, text) {
  const file = path.join(root, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const build = () => buildWeb(root, process.execPath)
const runs = () => readFileSync(path.join(root, 'runs'), 'utf8').length
const built = () => readFileSync(path.join(root, 'packages/console/dist/index.html'), 'utf8')

describe('buildWeb', () => {
  test('builds what has a Vite configuration, once', async () => {
    expect(outdated(root)).toEqual(['console'])
    await build()
    await build()
    expect(runs()).toBe(1)
    expect(built()).toBe('goodproduction')
    expect(existsSync(path.join(root, 'packages/server/dist'))).toBe(false)
    expect(outdated(root)).toEqual([])
  })

  test.each([
    ['packages/console/src/main.tsx', 'better'],
    ['packages/console/index.html', '<html>'],
    ['packages/contract/src/index.ts', 'b'],
    ['packages/ui/src/new.ts', ''],
    ['package-lock.json', '{}'],
  ])('builds again when %s changes', async (file, text) => {
    await build()
    put(file, text)
    await build()
    expect(runs()).toBe(2)
  })

  test.each([
    ['packages/console/src/main.test.tsx', ''],
    ['packages/console/dist/old.js', ''],
    ['packages/server/src/main.ts', 'changed'],
  ])('leaves it when %s changes', async (file, text) => {
    await build()
    put(file, text)
    await build()
    expect(runs()).toBe(1)
  })

  test('builds again when what it made was thrown away', async () => {
    await build()
    rmSync(path.join(root, 'packages/console/dist'), { recursive: true })
    await build()
    expect(runs()).toBe(2)
  })

  test('keeps the last good build when one fails, and tries again', async () => {
    await build()
    put('packages/console/src/main.tsx', 'bad')
    await expect(build()).rejects.toThrow(/^Building the console failed \(1\):\nno such import/)
    expect(built()).toBe('goodproduction')
    await expect(build()).rejects.toThrow('no such import')
    put('packages/console/src/main.tsx', 'mended')
    await build()
    expect(built()).toBe('mendedproduction')
  })
})

test('a fingerprint is of names and contents, not of times', () => {
  const before = fingerprint(root, ['packages'])
  utimesSync(path.join(root, 'packages/ui/src/index.ts'), 1, 1)
  expect(fingerprint(root, ['packages'])).toBe(before)
  renameSync(path.join(root, 'packages/ui/src/index.ts'), path.join(root, 'packages/ui/src/other.ts'))
  expect(fingerprint(root, ['packages'])).not.toBe(before)
})
