import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { promises } from './promises.ts'

const root = path.resolve(import.meta.dirname, '../..')

// Inside the project, so that packages and our own rooms are found as they are from the product.
let planted: string
beforeEach(() => {
  mkdirSync(path.join(root, '.stamps'), { recursive: true })
  planted = mkdtempSync(path.join(root, '.stamps/planted-'))
  writeFileSync(path.join(planted, 'tsconfig.json'), '{ "extends": "../../tsconfig.json", "include": ["."] }')
})
afterEach(() => rmSync(planted, { recursive: true }))

const start = `
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import { migrate } from '../../packages/server/src/kernel/migrate.ts'
declare const pool: pg.Pool
declare const db: Kysely<{ fruit: { name: string } }>
declare const desk: { perform(verb: string): Promise<number>; later?: () => Promise<void> }
`

async function linesFound(sins: readonly string[]): Promise<number[]> {
  writeFileSync(path.join(planted, 'sins.ts'), `${start}${sins.join('\n')}\n`)
  const [said = ''] = await promises(root, [path.join(planted, 'sins.ts')])
  if (/No files found/.test(said)) throw new Error(said)
  const offset = start.split('\n').length
  const lines = [...said.matchAll(/sins\.ts:(\d+):/g)].map(([, line]) => Number(line) - offset)
  return [...new Set(lines)].sort((a, b) => a - b)
}

test('every planted promise that nobody waits for is found', async () => {
  const sins = [
    `migrate('x')`,
    `pool.query('select 1')`,
    `db.selectFrom('fruit').selectAll().execute()`,
    'sql`select 1`.execute(db)',
    `desk.perform('x')`,
    `desk.perform('x').then(() => 1)`,
    'desk.later?.()',
    `if (desk.perform('x')) pool.on('error', () => {})`,
    `export const act = () => { desk.perform('x') }`,
    `;(async () => {})()`,
  ]
  expect(await linesFound(sins)).toEqual(sins.map((_, i) => i))
}, 60_000)

test('what is awaited, returned or handed on is left in peace', async () => {
  const good = [
    `await migrate('x')`,
    `export const act = () => pool.query('select 1')`,
    `desk.perform('x').catch(() => {})`,
    `void desk.perform('x')`,
    `setTimeout(async () => { await migrate('x') }, 1)`,
  ]
  expect(await linesFound(good)).toEqual([])
}, 60_000)
