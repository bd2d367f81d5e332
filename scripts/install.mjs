import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { quietly } from './quietly.mjs'

/** Installs what package-lock.json says, when that is not what stands in node_modules. */
export async function install(root, signal) {
  if (isInstalled(root)) return
  process.stderr.write('Installing what Baton is made of; this takes a minute the first time …\n')
  const started = Date.now()
  // Nothing of ours needs install scripts, and where they are switched off it must work as well.
  const whole = ['--ignore-scripts', '--include=dev', '--include=optional', '--engine-strict=false']
  await npm(root, ['ci', ...whole, '--no-audit', '--no-fund', '--loglevel=error'], signal)
  mkdirSync(path.dirname(stampOf(root)), { recursive: true })
  writeFileSync(stampOf(root), lockHash(root))
  process.stderr.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`)
}

/** Our own last install, or one by hand that comes to the same. */
export function isInstalled(root) {
  return (existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === lockHash(root)) || agrees(root)
}

// npm itself writes down what it installed, last of all, so an interrupted install leaves nothing there. Optional packages
// for other systems may be missing.
function agrees(root) {
  const standing = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(standing)) return false
  const wanted = packagesIn(path.join(root, 'package-lock.json'))
  const there = packagesIn(standing)
  return Object.entries(wanted).every(([place, { version, integrity, link, optional }]) => {
    if (place === '') return true
    const found = there[place]
    if (!found) return Boolean(optional)
    return found.version === version && found.integrity === integrity && found.link === link
  })
}

function stampOf(root) {
  return path.join(root, 'node_modules/.baton-lock')
}

function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function npm(root, args, signal) {
  // The npm that runs us tells where it is; else the one on the path.
  const script = process.env.npm_execpath
  const known = script && path.basename(script) === 'npm-cli.js'
  const [command, ...before] = known ? [process.execPath, script] : ['npm']
  const shell = process.platform === 'win32' && !known
  return quietly('npm ci', command, [...before, ...args], { cwd: root, shell, signal })
}
