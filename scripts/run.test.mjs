import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let root
const children = []

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'baton-run-'))
  cpSync(import.meta.dirname, path.join(root, 'scripts'), { recursive: true })
  put('package-lock.json', '{"packages":{}}')
  put('node_modules/.package-lock.json', '{"packages":{}}')
  put('packages/none', '')
  const bin = path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin`)
  mkdirSync(bin, { recursive: true })
  symlinkSync(process.execPath, path.join(bin, 'node'))
})
afterEach(() => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  rmSync(root, { recursive: true })
})

function put(name, text) {
  const file = path.join(root, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const run = (...args) => begin(process.execPath, ['scripts/run.mjs', ...args])

function begin(program, args) {
  const env = { ...process.env, npm_lifecycle_event: undefined }
  const child = spawn(program, args, { cwd: root, stdio: 'pipe', detached: true, env })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (said += text))
  return { child, ended: once(child, 'close').then(([code]) => ({ code, said })) }
}

// A dead process that nobody has collected yet is dead.
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch (error) {
    return error.code === 'ENOENT' && process.platform !== 'linux'
  }
}

// A desk that takes its time to stop, and whom a second signal would kill.
const desk = `
  import { appendFileSync, writeFileSync } from 'node:fs'
  const kind: string = 'desk'
  writeFileSync('pid', String(process.pid))
  process.once('SIGTERM', () => {
    setTimeout(() => { appendFileSync('stopped', kind); process.exit(7) }, 400)
  })
  setInterval(() => {}, 1000)
  console.log('ready')`

describe('run.mjs', () => {
  test('runs TypeScript as it is, with what follows the word, and answers its code', async () => {
    put(
      'packages/server/src/tools/bench/main.ts',
      `const args: string[] = process.argv.slice(2); console.log(args.join('+')); process.exit(3)`,
    )
    expect(await run('bench', 'a', '--b').ended).toEqual({ code: 3, said: 'a+--b\n' })
  })

  test('says which words there are', async () => {
    const { code, said } = await run('begin').ended
    expect(code).toBe(1)
    expect(said).toBe('Say one of: start, test, demo, bench, recount, check, generate.\n')
  })

  test.each([
    ['to everybody', child => process.kill(-child.pid, 'SIGTERM')],
    ['to the first alone', child => child.kill('SIGTERM')],
    [
      'to everybody and again to the first, as npm does',
      child => {
        process.kill(-child.pid, 'SIGTERM')
        child.kill('SIGTERM')
      },
    ],
  ])('a signal %s ends the work once, and cleanly', async (_whom, send) => {
    put('packages/server/src/main.ts', desk)
    const { child, ended } = run('start')
    await once(createInterface({ input: child.stdout }), 'line')
    send(child)
    expect((await ended).code).toBe(7)
    expect(readFileSync(path.join(root, 'stopped'), 'utf8')).toBe('desk')
  })

  test.each([
    ['npm alone', child => child.kill('SIGTERM')],
    ['npm and everybody', child => process.kill(-child.pid, 'SIGTERM')],
  ])('npm waits for the work to end when %s is told to', async (_whom, send) => {
    const { scripts } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'))
    put('package.json', JSON.stringify({ name: 'x', version: '1.0.0', type: 'module', scripts }))
    put('packages/server/src/main.ts', desk)
    const { child } = begin('npm', ['start', '--silent'])
    await once(createInterface({ input: child.stdout }), 'line')
    send(child)
    // npm itself, not the end of what it writes: whoever waits for npm must find the work done.
    await once(child, 'exit')
    expect(readFileSync(path.join(root, 'stopped'), 'utf8')).toBe('desk')
  })

  test('the work ends cleanly when npm is killed', async () => {
    put(
      'package.json',
      JSON.stringify({ name: 'x', version: '1.0.0', scripts: { start: 'exec node scripts/run.mjs start' } }),
    )
    put('packages/server/src/main.ts', desk)
    const { child } = begin('npm', ['start', '--silent'])
    await once(createInterface({ input: child.stdout }), 'line')
    child.kill('SIGKILL')
    await expect.poll(() => existsSync(path.join(root, 'stopped')), { timeout: 5000 }).toBe(true)
  })

  test('a hangup asks it to stop as well', async () => {
    put('packages/server/src/main.ts', desk)
    const { child, ended } = run('start')
    await once(createInterface({ input: child.stdout }), 'line')
    child.kill('SIGHUP')
    expect((await ended).code).toBe(7)
  })

  test.each([
    ['everybody', child => process.kill(-child.pid, 'SIGKILL')],
    ['the first alone', child => child.kill('SIGKILL')],
  ])('killing %s leaves nothing behind', async (_whom, kill) => {
    put('packages/server/src/main.ts', desk)
    const { child } = run('start')
    await once(createInterface({ input: child.stdout }), 'line')
    const pid = Number(readFileSync(path.join(root, 'pid'), 'utf8'))
    kill(child)
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
    expect(existsSync(path.join(root, 'stopped'))).toBe(false)
  })

  test('answers as a shell does when the work is killed', async () => {
    put('packages/server/src/main.ts', `process.kill(process.pid, 'SIGKILL')`)
    expect((await run('start').ended).code).toBe(137)
  })

  test('a signal while it still installs or builds ends that', async () => {
    put('packages/console/vite.config.ts', '')
    put('node_modules/vite/bin/vite.js', `console.log('building'); setInterval(() => {}, 1000)`)
    put('packages/server/src/main.ts', desk)
    const { child, ended } = run('start')
    await expect.poll(() => existsSync(path.join(root, '.stamps/turn')), { timeout: 5000 }).toBe(true)
    child.kill('SIGTERM')
    expect((await ended).code).toBe(143)
    expect(existsSync(path.join(root, '.stamps/turn'))).toBe(false)
  })

  test.each([
    [[], true],
    [['--project', 'e2e'], true],
    [['--project', 'server', '--project=e2e'], true],
    [['--project', 'server'], false],
    [['--project=server', 'tickets'], false],
  ])('tests with %j build the pages: %s', async (args, builds) => {
    put('packages/console/vite.config.ts', '')
    put('node_modules/vite/bin/vite.js', `process.exit(1)`)
    put('node_modules/vitest/vitest.mjs', `console.log('tested')`)
    const { said } = await run('test', ...args).ended
    expect(said).toMatch(builds ? /^Building the console/ : /^tested/)
  })

  test('installs first when node_modules is not what the lock says', async () => {
    const dependencies = { lost: 'file:lost.tgz' }
    const packages = {
      '': { name: 'x', dependencies },
      'node_modules/lost': { version: '1.0.0', resolved: 'file:lost.tgz' },
    }
    put('package.json', JSON.stringify({ name: 'x', dependencies }))
    put('package-lock.json', JSON.stringify({ name: 'x', lockfileVersion: 3, packages }))
    const { code, said } = await run('bench').ended
    expect(code).toBe(1)
    expect(said).toMatch(/^Installing what Baton is made of[\s\S]*npm ci failed/)
  })
})
