import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { compress } from './compress.mjs'
import { quietly } from './quietly.mjs'

/** What every web package is built from, besides itself. */
const foundations = [
  'packages/contract/src',
  'packages/ui',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.web.json',
]

/** Builds the web packages whose sources have changed since their last build. */
export async function buildWeb(root, node, signal) {
  for (const name of outdated(root)) {
    const now = fingerprintOf(root, name)
    process.stderr.write(`Building the ${name} …\n`)
    const started = Date.now()
    await build(root, node, name, signal)
    writeFileSync(stampOf(root, name), now)
    process.stderr.write(`Built the ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`)
  }
}

/** The web packages (those with a Vite configuration) that are not built as they stand. */
export function outdated(root) {
  return readdirSync(path.join(root, 'packages'))
    .sort()
    .filter(name => existsSync(path.join(root, 'packages', name, 'vite.config.ts')))
    .filter(name => {
      const built = existsSync(path.join(root, 'packages', name, 'dist')) && read(stampOf(root, name))
      return built !== fingerprintOf(root, name)
    })
}

function stampOf(root, name) {
  return path.join(root, '.stamps', name)
}

function fingerprintOf(root, name) {
  return fingerprint(root, [...foundations, path.join('packages', name)])
}

/** One hash over the names and contents of all files below the given places, what is made or installed excepted. */
export function fingerprint(root, places) {
  const hash = createHash('sha256')
  const add = place => {
    const full = path.join(root, place)
    if (!existsSync(full)) return
    const entries = listing(full)
    if (entries) for (const name of entries) add(path.join(place, name))
    else hash.update(`${place}\0`).update(readFileSync(full)).update('\0')
  }
  for (const place of places) add(place)
  return hash.digest('hex')
}

function listing(place) {
  try {
    return readdirSync(place)
      .filter(
        name => name !== 'dist' && name !== 'node_modules' && !name.startsWith('.') && !/\.test\.tsx?$/.test(name),
      )
      .sort()
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  }
}

// Built aside and then moved into place, so that a build that fails leaves the last good one, and a server that runs
// never serves half of one.
async function build(root, node, name, signal) {
  const folder = path.join(root, 'packages', name)
  const draft = path.join(root, '.stamps', `${name}.new`)
  mkdirSync(path.dirname(draft), { recursive: true })
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn']
  const env = { ...process.env, NODE_ENV: 'production' }
  await quietly(`Building the ${name}`, node, args, { cwd: folder, env, signal })
  compress(draft)
  const old = `${draft}.old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(path.join(folder, 'dist'))) renameSync(path.join(folder, 'dist'), old)
  renameSync(draft, path.join(folder, 'dist'))
  rmSync(old, { recursive: true, force: true })
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
