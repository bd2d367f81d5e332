import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inTurn } from './in-turn.mjs'

let root
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'baton-turn-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const turn = () => path.join(root, '.stamps/turn')
const idle = new AbortController().signal

describe('inTurn', () => {
  test('lets one process at a time work', async () => {
    const script = `
      import { appendFileSync } from 'node:fs'
      import { inTurn } from ${JSON.stringify(path.join(import.meta.dirname, 'in-turn.mjs'))}
      const [root, log] = process.argv.slice(1)
      await inTurn(root, new AbortController().signal, async () => {
        appendFileSync(log, 'in ')
        await new Promise(resolve => setTimeout(resolve, 150))
        appendFileSync(log, 'out ')
      })`
    const log = path.join(root, 'log')
    const children = [1, 2, 3].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', script, root, log], { stdio: 'inherit' }),
    )
    for (const [code] of await Promise.all(children.map(child => once(child, 'exit')))) expect(code).toBe(0)
    expect(readFileSync(log, 'utf8')).toBe('in out in out in out ')
    expect(existsSync(turn())).toBe(false)
  })

  test('passes over a process that died in its turn', async () => {
    mkdirSync(path.dirname(turn()))
    writeFileSync(turn(), String(2 ** 22 - 3))
    expect(await inTurn(root, idle, async () => readFileSync(turn(), 'utf8'))).toBe(String(process.pid))
  })

  test('waits for a living one until it is told to stop', async () => {
    mkdirSync(path.dirname(turn()))
    writeFileSync(turn(), String(process.ppid))
    const ending = new AbortController()
    setTimeout(() => ending.abort(), 250)
    await expect(inTurn(root, ending.signal, async () => 'worked')).rejects.toThrow('aborted')
    expect(readFileSync(turn(), 'utf8')).toBe(String(process.ppid))
  })

  test('gives the turn back when the work fails', async () => {
    await expect(inTurn(root, idle, () => Promise.reject(new Error('no space')))).rejects.toThrow('no space')
    expect(await inTurn(root, idle, async () => 'worked')).toBe('worked')
  })
})
