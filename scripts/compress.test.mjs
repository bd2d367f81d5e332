import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compress } from './compress.mjs'

test('text is compressed beside itself, pictures and small files are left alone', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-compress-'))
  const script = 'export const 接力 = "Baton"\n'.repeat(200)
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(path.join(folder, 'assets/main.js'), script)
  writeFileSync(path.join(folder, 'assets/small.css'), 'a{}')
  writeFileSync(path.join(folder, 'assets/picture.png'), Buffer.alloc(5000))
  compress(folder)
  expect(readdirSync(path.join(folder, 'assets')).sort()).toEqual([
    'main.js',
    'main.js.br',
    'main.js.gz',
    'picture.png',
    'small.css',
  ])
  expect(gunzipSync(readFileSync(path.join(folder, 'assets/main.js.gz'))).toString()).toBe(script)
  expect(brotliDecompressSync(readFileSync(path.join(folder, 'assets/main.js.br'))).toString()).toBe(script)
})
