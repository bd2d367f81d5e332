import { describe, expect, test } from 'vitest'
import { missingEntries } from '../complete-lock.mjs'
import { lockFile } from './lock-file.ts'

const tree = (lock: object, npmrc = '') =>
  new Map([
    ['package-lock.json', JSON.stringify(lock, null, 2)],
    ['.npmrc', npmrc],
  ])
const parser = {
  version: '1.2.0',
  dev: true,
  optionalDependencies: {
    '@parser/binding-linux-x64-musl': '1.2.0',
    '@parser/binding-win32-ia32-msvc': '1.2.0',
    '@parser/binding-linux-arm-gnueabihf': '1.2.0',
  },
}

describe('lockFile', () => {
  test('finds a registry in the lock file and in .npmrc', () => {
    expect(lockFile(tree({ packages: { 'node_modules/a': { resolved: 'packages/a', link: true } } }))).toEqual([])
    expect(lockFile(tree({ packages: { 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } } }))).toEqual([
      'package-lock.json:4 names a registry',
    ])
    expect(lockFile(tree({ packages: {} }, 'audit=false\nregistry=https://registry.example'))).toEqual([
      '.npmrc:2 names a registry',
    ])
  })

  test('finds what npm ci would miss', () => {
    const there = { 'node_modules/@parser/binding-win32-ia32-msvc': { version: '1.2.0' } }
    expect(lockFile(tree({ packages: { 'node_modules/parser': parser, ...there } }))).toEqual([
      'package-lock.json lacks node_modules/@parser/binding-linux-x64-musl; run node scripts/complete-lock.mjs',
      'package-lock.json lacks node_modules/@parser/binding-linux-arm-gnueabihf; run node scripts/complete-lock.mjs',
    ])
  })
})

describe('missingEntries', () => {
  test('tells the system from the name', () => {
    expect(missingEntries({ packages: { 'node_modules/parser': parser } })).toEqual({
      'node_modules/@parser/binding-linux-x64-musl': {
        version: '1.2.0',
        cpu: ['x64'],
        dev: true,
        libc: ['musl'],
        optional: true,
        os: ['linux'],
      },
      'node_modules/@parser/binding-win32-ia32-msvc': {
        version: '1.2.0',
        cpu: ['ia32'],
        dev: true,
        optional: true,
        os: ['win32'],
      },
      'node_modules/@parser/binding-linux-arm-gnueabihf': {
        version: '1.2.0',
        cpu: ['arm'],
        dev: true,
        libc: ['glibc'],
        optional: true,
        os: ['linux'],
      },
    })
  })

  test('sees what stands beside the one that asks, or above', () => {
    const asks = { version: '1.0.0', optionalDependencies: { 'a-linux-x64': '1.0.0' } }
    for (const place of ['node_modules/a/node_modules/a-linux-x64', 'node_modules/a-linux-x64']) {
      expect(missingEntries({ packages: { 'node_modules/a': asks, [place]: { version: '1.0.0' } } })).toEqual({})
    }
  })

  test('asks for a hand where it cannot tell', () => {
    const other = { version: '1.0.0', optionalDependencies: { 'a-linux-x64': '^1.0.0' } }
    expect(() => missingEntries({ packages: { 'node_modules/a': other } })).toThrow('add it by hand')
    const nameless = { version: '1.0.0', optionalDependencies: { fsevents: '1.0.0' } }
    expect(() => missingEntries({ packages: { 'node_modules/a': nameless } })).toThrow(
      'add it to the lock file by hand',
    )
  })
})
