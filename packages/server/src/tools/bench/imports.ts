import { createWriteStream, openAsBlob } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FileKind, Records } from '@baton/contract'
import { startPostgres } from '../../kernel/postgres/index.ts'
import { openTable } from '../../kernel/tables/index.ts'
import { type Column, writeWorkbook } from '../../kernel/workbook/index.ts'
import { fill, fillPeople } from './fill.ts'
import { type BenchServer, memoryOf, removeFolder, signIn, startServer, temporaryFolder } from './server.ts'

/** Rows a second, and by how much the server's memory (Pss) grew at most meanwhile. */
export interface FileWork {
  rows: number
  rate: number
  growthMiB: number
}

export interface ImportFigures {
  /** Tickets made of a file, each with a customer. */
  made: FileWork
  /** The same rows tried: nothing is written but what would become of them. */
  tried: FileWork
  /** Until all rows of the tried file were known, in seconds. */
  gatheredAfter: number
  /** Tickets written into a file. */
  xlsx: FileWork
  csv: FileWork
  customers: CustomerFigures
}

export interface CustomerFigures {
  made: FileWork
  /** The same file once more, with another level in every row: each is known by the phone and changed. */
  changed: FileWork
  xlsx: FileWork
  csv: FileWork
}

type Post = <A>(name: string, body: object) => Promise<A>

/** What tickets and customers cost that come from files and go into files. A desk of its own. */
export async function benchImports(quick: boolean): Promise<ImportFigures> {
  const [made, tried, out] = quick ? [500, 5000, 20_000] : [2000, 50_000, 250_000]
  const folder = await temporaryFolder()
  const database = await startPostgres({ dataDir: folder })
  let server: BenchServer | undefined
  try {
    server = await startServer(folder, 4600 + (process.pid % 90), database.connectionString)
    const { base, pid } = server
    const token = await signIn(base)
    const headers = { authorization: `Bearer ${token}` }
    const post: Post = async (name, body) => {
      const answer = await fetch(`${base}/api/v1/${name}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`)
      return (await answer.json()) as never
    }
    const upload = async (rows: Readable): Promise<string> => {
      const file = path.join(folder, 'in.xlsx')
      await pipeline(rows, createWriteStream(file))
      const form = new FormData()
      form.append('file', await openAsBlob(file), 'in.xlsx')
      const answer = await fetch(`${base}/api/v1/file.upload`, { method: 'POST', headers, body: form })
      return ((await answer.json()) as { id: string }).id
    }
    const bring = async (of: FileKind, rows: Readable, more: object) =>
      imported(post, pid, of, await upload(rows), more)
    const first = await bring('ticket', registrations(made), { key: [1] })
    const second = await bring('ticket', registrations(tried), { key: [1], dryRun: true })
    const third = await bring('customer', members(made, 'VIP'), {})
    const fourth = await bring('customer', members(made, '金卡'), { onKnown: 'update' })
    await fill(database.connectionString, out)
    await fillPeople(database.connectionString, out)
    const fetched = (of: FileKind, format: string) =>
      exported(post, base, headers, pid, path.join(folder, `out.${format}`), of, format)
    const xlsx = await fetched('ticket', 'xlsx')
    const csv = await fetched('ticket', 'csv')
    const people = { xlsx: await fetched('customer', 'xlsx'), csv: await fetched('customer', 'csv') }
    return {
      made: first.work,
      tried: second.work,
      gatheredAfter: second.gatheredAfter,
      xlsx,
      csv,
      customers: { made: third.work, changed: fourth.work, ...people },
    }
  } finally {
    await server?.stop()
    await database.stop()
    await removeFolder(folder)
  }
}

const headers = [
  '原编号',
  '标题',
  '诉求内容',
  '客户姓名',
  '客户电话',
  '紧急程度',
  '标签',
  '提交时间',
  '订单号',
  '产品型号',
]
const columns = headers.map((header): Column => ({ header, holds: 'text' }))

function registrations(count: number): Readable {
  function* rows() {
    for (let n = 0; n < count; n++)
      yield [
        `D-${count}-${n}`,
        `洗衣机脱水时异响 ${n}`,
        '上周报修过一次，师傅走后又响了，请尽快处理。',
        `客户 ${n % 1000}`,
        `138${String(10_000_000 + (n % 1000))}`,
        n % 10 === 0 ? '紧急' : '一般',
        '返修、家电',
        `2026/11/${(n % 28) + 1} 09:30`,
        `JD${20_260_000 + n}`,
        'XQG100',
      ]
  }
  return writeWorkbook([{ name: '登记', columns, rows: rows() }], new Date())
}

const memberColumns = ['姓名', '称呼', '电话', '邮箱', '单位', '等级', '备注'].map(
  (header): Column => ({ header, holds: 'text' }),
)

/** Nobody among them has called before. */
function members(count: number, level: string): Readable {
  function* rows() {
    for (let n = 0; n < count; n++)
      yield [
        `会员 ${n}`,
        n % 2 === 0 ? '女士' : '先生',
        `137${String(10_000_000 + n)}`,
        `member${n}@example.com`,
        `单位 ${n % 100}`,
        level,
        '只在工作日下午接电话。',
      ]
  }
  return writeWorkbook([{ name: '会员', columns: memberColumns, rows: rows() }], new Date())
}

async function imported(post: Post, pid: number, of: FileKind, fileId: string, more: object) {
  const { columns: found, headerRow } = await post<Records['importPreview']>('import.preview', { of, fileId })
  const mapping = found.flatMap(({ column, suggested }) => (suggested ? [{ column, field: suggested }] : []))
  const before = await memoryOf([pid])
  const began = performance.now()
  const { id } = await post<Records['job']>(`${of}.import`, { fileId, headerRow, mapping, ...more })
  let most = before
  let gatheredAfter = 0
  for (;;) {
    const job = await post<Records['job']>('job.get', { id })
    most = Math.max(most, await memoryOf([pid]))
    const seconds = (performance.now() - began) / 1000
    if (job.state !== 'gathering' && gatheredAfter === 0) gatheredAfter = seconds
    if (job.endedAt) {
      if (job.ok !== job.total) throw new Error(`${job.ok} of ${job.total} rows`)
      return { work: { rows: job.ok, rate: job.ok / seconds, growthMiB: most - before }, gatheredAfter }
    }
    await sleep(200)
  }
}

async function exported(
  post: Post,
  base: string,
  headers: Record<string, string>,
  pid: number,
  file: string,
  of: FileKind,
  format: string,
): Promise<FileWork> {
  const before = await memoryOf([pid])
  let most = before
  let going = true
  const watching = (async () => {
    for (; going; await sleep(200)) most = Math.max(most, await memoryOf([pid]))
  })()
  const began = performance.now()
  const { url } = await post<{ url: string }>(`${of}.export`, { format })
  const answer = await fetch(`${base}${url}`, { headers })
  if (!answer.body) throw new Error(await answer.text())
  await pipeline(Readable.fromWeb(answer.body as never), createWriteStream(file))
  const seconds = (performance.now() - began) / 1000
  going = false
  await watching
  let rows = -1
  const table = await openTable(file, file)
  for await (const _row of table.rows(0)) rows++
  await table.close()
  return { rows, rate: rows / seconds, growthMiB: most - before }
}
