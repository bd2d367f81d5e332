import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../../test/desk.ts'
import { tableFiles } from '../../../../test/table-files.ts'
import { until } from '../../../../test/until.ts'
import type { Caller } from '../../../kernel/caller.ts'
import { customerFile } from '../../customers/index.ts'
import { storeFile } from '../../files/index.ts'
import { callersOf } from '../../jobs/callers.ts'
import { callerFor } from '../../sessions/index.ts'

/** What an export of customers has written, an import reads: nobody is changed by it here, and elsewhere everybody is the same. */
interface House {
  t: TestDesk
  admin: Caller
  stop(): Promise<void>
}
let here: House
let files: Awaited<ReturnType<typeof tableFiles>>

async function house(): Promise<House> {
  const t = await testDesk()
  const stop = t.desk.jobs.work(callersOf(t.desk))
  const fields = [
    { key: 'since', name: '入会日期', spec: { kind: 'date' } },
    { key: 'seen', name: '最近到店', spec: { kind: 'time' } },
    { key: 'points', name: '积分', spec: { kind: 'number', decimals: 2 } },
    {
      key: 'wants',
      name: '关注',
      spec: {
        kind: 'choices',
        options: [
          { key: 'a', name: '家电' },
          { key: 'b', name: '手机、数码' },
        ],
      },
    },
    { key: 'home', name: '住址', spec: { kind: 'address' } },
    { key: 'blocked', name: '黑名单', spec: { kind: 'boolean' } },
    { key: 'extra', name: '备用电话', spec: { kind: 'phone' } },
  ] as const
  for (const field of fields) await t.does('field.create', { of: 'customer', ...field } as never)
  const role = (await t.asks('role.list', {})).items.find(({ key }: Answer) => key === 'administrator').id
  const { id } = await t.does('agent.create', { employeeNo: 'A1', name: '甲', roleIds: [role] })
  return { t, admin: await callerFor(t.desk, id), stop }
}

beforeAll(async () => {
  here = await house()
  files = await tableFiles()
})
afterAll(async () => {
  await here.stop()
  await here.t.close()
  await files.remove()
})

async function exported({ t, admin }: House, format: 'xlsx' | 'csv', columns?: string[]): Promise<string> {
  const file = files.place(format)
  const out = await customerFile(await t.desk.reading(admin), { format, ...(columns && { columns }) })
  await pipeline(out.bytes, createWriteStream(file))
  expect(out.isWhole()).toBe(true)
  return file
}

async function imported({ t, admin }: House, file: string, onKnown: 'skip' | 'update'): Promise<Answer> {
  const { id: fileId } = await storeFile(t.desk, { name: file, bytes: createReadStream(file), by: admin })
  const preview = await t.asks('import.preview', { of: 'customer', fileId }, admin)
  const mapping = preview.columns.flatMap(({ column, suggested }: Answer) =>
    suggested ? [{ column, field: suggested }] : [],
  )
  const { id } = await t.does('customer.import', { fileId, headerRow: preview.headerRow, mapping, onKnown }, admin)
  t.desk.jobs.wake()
  await until(async () => (await t.asks('job.get', { id }, admin)).endedAt !== null, 30_000)
  return {
    ...(await t.asks('job.get', { id }, admin)),
    rows: (await t.asks('job.rows', { jobId: id, limit: 200 }, admin)).items,
  }
}

/** Everything that somebody is, but for what a desk gives them. */
async function everybody({ t, admin }: House): Promise<Answer[]> {
  const { items } = await t.asks('customer.list', { limit: 200 }, admin)
  return items
    .map(({ name, salutation, company, level, note, emails, phones, externalId, fields }: Answer) => ({
      ...{ name, salutation, company, level, note, emails, phones, externalId, fields },
    }))
    .sort((a: Answer, b: Answer) => (a.externalId < b.externalId ? -1 : 1))
}

const text = (maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...'李王x1 、,;=+-@"\'（）\\/ü😀#'), minLength: 1, maxLength })
    .map(one => one.trim())
    .filter(one => one !== '' && !/^'[=+\-@]/.test(one))
const note = fc.array(text(12), { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n'))
const person = (n: number) =>
  fc.record(
    {
      name: text(12),
      salutation: fc.constantFrom('mr' as const, 'ms' as const),
      company: fc.constantFrom('晨光商贸', 'A、B 公司', '=公司'),
      level: text(8),
      note,
      phones: fc.subarray([`138${10_000_000 + n}`, `010-6234${1000 + n} 转 8`, '139****0000', '62345678']),
      emails: fc.subarray([`a${n}@example.com`, `b.${n}@例子.中国`]),
      fields: fc.record(
        {
          since: fc.constantFrom('1990-05-01', '2026-11-22'),
          seen: fc.integer({ min: 0, max: 1_700_000 }).map(s => new Date(1_700_000_000_000 + s * 1000).toISOString()),
          points: fc.integer({ min: -99_999, max: 99_999 }).map(cents => cents / 100),
          wants: fc.subarray(['a', 'b'], { minLength: 1 }),
          home: fc.constant({ region: ['440000', '440300', '440305'], detail: '科技园路 1 号' }),
          blocked: fc.boolean(),
          extra: fc.constant('13700137000'),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['name'] },
  )

test('what goes out comes in again unchanged, here and elsewhere', async () => {
  const people = Array.from({ length: 40 }, (_, n) => person(n))
  const seed = Date.now()
  const [drawn = []] = fc.sample(fc.tuple(...people), { numRuns: 1, seed })
  for (const [n, one] of drawn.entries())
    await here.t.does('customer.create', { ...one, externalId: `M-${String(n).padStart(3, '0')}` } as never)
  const before = await everybody(here)
  expect(before, `seed ${seed}`).toHaveLength(40)
  for (const format of ['xlsx', 'csv'] as const) {
    const again = await imported(here, await exported(here, format), 'update')
    expect(
      again.rows.map(({ state, code, fields }: Answer) => ({ state, code, fields })),
      `seed ${seed}`,
    ).toEqual(Array.from({ length: 40 }, () => ({ state: 'skipped', code: 'job.unchanged', fields: [] })))
    expect(await everybody(here), `seed ${seed}`).toEqual(before)
  }
  const elsewhere = await house()
  try {
    const { columns } = await here.t.asks('export.columns', { of: 'customer' }, here.admin)
    const ids = columns.map(({ id }: Answer) => id).filter((id: string) => id !== 'number')
    const job = await imported(elsewhere, await exported(here, 'csv', ids), 'skip')
    expect(job.rows.filter(({ state }: Answer) => state !== 'ok')).toEqual([])
    expect(await everybody(elsewhere), `seed ${seed}`).toEqual(before)
  } finally {
    await elsewhere.stop()
    await elsewhere.t.close()
  }
}, 60_000)
