import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { install, isInstalled } from './install.mjs'

let root
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'baton-install-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function put(name, json) {
  const file = path.join(root, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(json))
}

const fruit = { version: '1.0.0', integrity: 'sha512-a' }
const nut = { version: '2.0.0', integrity: 'sha512-b', optional: true }
const own = { resolved: 'packages/own', link: true }

describe('isInstalled', () => {
  test.each([
    ['all of it', { fruit, nut, own }, true],
    ['all but an optional package', { fruit, own }, true],
    ['another version', { fruit: { ...fruit, version: '1.0.1' }, own }, false],
    ['other bytes', { fruit: { ...fruit, integrity: 'sha512-c' }, own }, false],
    ['another version of an optional package', { fruit, own, nut: { ...nut, version: '2.0.1' } }, false],
    ['a package too few', { nut, own }, false],
    ['a workspace too few', { fruit, nut }, false],
    ['nothing', undefined, false],
  ])('%s: %s', (_what, there, answer) => {
    const under = packages => Object.fromEntries(Object.entries(packages).map(([k, v]) => [`node_modules/${k}`, v]))
    put('package-lock.json', { packages: { '': { name: 'x' }, ...under({ fruit, nut, own }) } })
    if (there) put('node_modules/.package-lock.json', { packages: under(there) })
    expect(isInstalled(root)).toBe(answer)
  })
})

describe('install', () => {
  test('brings node_modules to what the lock says, without any install script', async () => {
    put('package.json', { name: 'x', version: '1.0.0', workspaces: ['packages/own'] })
    put('packages/own/package.json', { name: 'own', version: '1.0.0', scripts: { postinstall: 'exit 1' } })
    put('package-lock.json', {
      name: 'x',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: {
        '': { name: 'x', version: '1.0.0', workspaces: ['packages/own'] },
        'node_modules/own': own,
        'packages/own': { name: 'own', version: '1.0.0', hasInstallScript: true },
      },
    })
    expect(isInstalled(root)).toBe(false)
    await install(root)
    expect(isInstalled(root)).toBe(true)
  })

  test('does not install again and again what npm finds superfluous', async () => {
    put('package.json', { name: 'x', version: '1.0.0' })
    const superfluous = { 'node_modules/own': own, 'packages/own': { name: 'own', version: '1.0.0' } }
    put('package-lock.json', { name: 'x', version: '1.0.0', lockfileVersion: 3, packages: { '': {}, ...superfluous } })
    await install(root)
    expect(isInstalled(root)).toBe(true)
    put('package-lock.json', { name: 'x', version: '1.0.1', lockfileVersion: 3, packages: { '': {}, ...superfluous } })
    expect(isInstalled(root)).toBe(false)
  })

  test('shows what npm said when it fails', async () => {
    writeLostPackage()
    await expect(install(root)).rejects.toThrow(/^npm ci failed \(\d+\):\n[\s\S]*lost\.tgz/)
    expect(isInstalled(root)).toBe(false)
  })
})

function writeLostPackage() {
  const dependencies = { lost: 'file:lost.tgz' }
  put('package.json', { name: 'x', version: '1.0.0', dependencies })
  const lost = { version: '1.0.0', resolved: 'file:lost.tgz' }
  put('package-lock.json', {
    name: 'x',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': { name: 'x', version: '1.0.0', dependencies }, 'node_modules/lost': lost },
  })
}
