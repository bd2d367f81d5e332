// The way in: `npm start`, `npm test` and their kin come here. Plain JavaScript without dependencies, since on a fresh
// clone nothing is installed yet and the machine's Node may be older than ours (20 or newer will do).
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { buildWeb, outdated } from './build.mjs'
import { inTurn } from './in-turn.mjs'
import { install, isInstalled } from './install.mjs'
import { findNode } from './node.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const server = 'packages/server/src'

const words = {
  start: { web: true, run: [`${server}/main.ts`] },
  // Only the journeys open the pages, so `npm test -- --project server` builds nothing.
  test: { web: 'for journeys', run: ['node_modules/vitest/vitest.mjs', 'run'] },
  demo: { web: false, run: [`${server}/tools/demo/main.ts`] },
  bench: { web: true, run: [`${server}/tools/bench/main.ts`] },
  recount: { web: false, run: [`${server}/tools/recount.ts`] },
  check: { web: false, run: ['scripts/check.ts'] },
  generate: { web: false, run: [`${server}/tools/generate.ts`] },
}

const [word = '', ...rest] = process.argv.slice(2)
const task = words[word]
if (!task) fail(`Say one of: ${Object.keys(words).join(', ')}.`)

let child
const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal))

// An npm that is killed, or whose shell does not pass signals on, cannot tell us; but then somebody else is our parent.
const parent = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) end('SIGTERM')
  }, 200).unref()
}

/** npm passes on what was sent to everybody already, and the work shall hear it once. */
function end(signal) {
  if (ending.signal.aborted) return
  ending.abort()
  if (child) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  else process.exitCode = 128 + constants.signals[signal]
}

try {
  const node = await prepare()
  if (!ending.signal.aborted) run(node)
} catch (error) {
  if (!ending.signal.aborted) fail(error.message)
}

/** Installs and builds what is missing. Usually that is nothing; then a project folder that is read-only does as well. */
async function prepare() {
  const web = task.web === true || (task.web === 'for journeys' && runsJourneys(rest))
  const ready = () => isInstalled(root) && (!web || outdated(root).length === 0)
  if (!ready()) {
    await inTurn(root, ending.signal, async () => {
      await install(root, ending.signal)
      if (web) await buildWeb(root, findNode(root), ending.signal)
    })
  }
  return findNode(root)
}

function runsJourneys(args) {
  const said = args.join(' ')
  return !said.includes('--project') || /--project[= ]e2e/.test(said)
}

function run(node) {
  const leash = new URL('leash.mjs', import.meta.url).href
  const args = ['--import', leash, ...task.run, ...rest]
  // Compiled code and types once stripped are kept: a second start costs a third less.
  const env = {
    NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)),
    ...process.env,
  }
  child = spawn(node, args, { cwd: root, env, stdio: 'inherit', detached: process.platform !== 'win32' })
  child.on('error', error => fail(`Cannot run ${node}: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

function fail(words) {
  process.stderr.write(`${words}\n`)
  process.exit(1)
}
