import { mkdir, writeFile } from 'node:fs/promises'
import { startPostgres } from '../../kernel/postgres/index.ts'
import type { Lag, Spread } from './breaches.ts'
import { benchClocks, type ClockFigures } from './clocks.ts'
import { benchConsole } from './console.ts'
import { fill } from './fill.ts'
import { idleFigures } from './idle.ts'
import { benchImports, type FileWork, type ImportFigures } from './imports.ts'
import { benchJobs, type JobFigures } from './jobs.ts'
import { benchLists, type ListResult } from './lists.ts'
import { benchMail } from './mail.ts'
import { benchOpen } from './open.ts'
import { benchOwnFields, type OwnFieldFigures } from './own-fields.ts'
import { benchSearch, benchSearchCost, type SearchResult } from './search.ts'
import { memoryOf, removeFolder, signIn, startServer, temporaryFolder } from './server.ts'
import { benchTables, type TableFigures } from './tables.ts'

type Say = (name: string, value: string) => void

function sayLists(say: Say, { tickets, listP50, listP99, getP50, getP99, slowest }: ListResult): void {
  say(`open list, first page, at ${tickets} tickets: p50 / p99`, `${listP50.toFixed(1)} / ${listP99.toFixed(1)} ms`)
  say(`ticket.get at ${tickets} tickets: p50 / p99`, `${getP50.toFixed(1)} / ${getP99.toFixed(1)} ms`)
  say(`slowest view or order at ${tickets} tickets: p50`, `${slowest.p50.toFixed(1)} ms (${slowest.name})`)
}

function saySearch(say: Say, { tickets, times, indexMiB, tableMiB }: SearchResult): void {
  for (const { name, p50, p99 } of times)
    say(`search at ${tickets}: ${name}, p50 / p99 (at most 100)`, `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`)
  say('search: size of the index / with its table', `${Math.round(indexMiB)} / ${Math.round(tableMiB)} MiB`)
}

function sayClocks(say: Say, { clocks, sweep, trickle, bursts, standstill }: ClockFigures): void {
  const breaches = (name: string, { noticed, seen }: Lag) => {
    say(`${name}: noticed, p50 / p99 / max (wanted: at most 2 s)`, spreadText(noticed))
    say(`${name}: to be seen, p50 / p99 / max`, spreadText(seen))
  }
  say(`sweep of ${clocks} timers, nothing due: p50 / p99`, `${sweep.p50.toFixed(2)} / ${sweep.p99.toFixed(2)} ms`)
  breaches(`${trickle.due} clocks, one after another`, trickle)
  for (const burst of bursts) {
    breaches(`${burst.due} clocks at once`, burst)
    say(`${burst.due} clocks at once: rate`, `${burst.rate.toFixed(0)} /s`)
  }
  const { overdue, rate, displaced, usual, meanwhile } = standstill
  say(`${overdue} clocks after a standstill: rate`, `${rate.toFixed(0)} /s, out of order by at most ${displaced}`)
  say('ticket.open before it: p50 / p99', `${usual.p50.toFixed(1)} / ${usual.p99.toFixed(1)} ms`)
  say('ticket.open while it is caught up: p50 / p99', `${meanwhile.p50.toFixed(1)} / ${meanwhile.p99.toFixed(1)} ms`)
}

function sayTables(say: Say, figures: readonly TableFigures[]): void {
  for (const { kind, rows, rate, growthMiB } of figures)
    say(`${kind}, ${rows} rows of 20: rate, memory`, `${Math.round(rate)} rows/s, +${Math.round(growthMiB)} MiB`)
}

function sayJobs(say: Say, { tickets, usual, beside, ...figures }: JobFigures): void {
  say('ticket.update, one call after another', `${figures.sequential.toFixed(0)} tickets/s`)
  for (const name of ['update', 'undo', 'transfer'] as const)
    say(`job: ${name} of ${tickets} tickets`, `${figures[name].toFixed(0)} tickets/s`)
  say('ticket.open with no job: p50 / p99', `${usual.p50.toFixed(1)} / ${usual.p99.toFixed(1)} ms`)
  say('ticket.open beside a job: p50 / p99', `${beside.p50.toFixed(1)} / ${beside.p99.toFixed(1)} ms`)
  say(
    `job: ${figures.gathered} of ${figures.among} tickets found by a condition`,
    `${figures.gatherSeconds.toFixed(2)} s`,
  )
}

function sayImports(say: Say, { made, tried, gatheredAfter, xlsx, csv, customers }: ImportFigures): void {
  const work = (name: string, { rows, rate, growthMiB }: FileWork) =>
    say(`${name}, ${rows} rows: rate, memory`, `${Math.round(rate)} rows/s, +${Math.round(growthMiB)} MiB`)
  work('import', made)
  work('import, tried', tried)
  say('import, tried: all rows known after', `${gatheredAfter.toFixed(1)} s`)
  work('export to .xlsx', xlsx)
  work('export to .csv', csv)
  work('import of customers', customers.made)
  work('import of customers who are here', customers.changed)
  work('export of customers to .xlsx', customers.xlsx)
  work('export of customers to .csv', customers.csv)
}

function sayOwnFields(say: Say, figures: OwnFieldFigures): void {
  const ms = (name: string, value: number) => say(name, `${value.toFixed(1)} ms`)
  const { tickets, fields, none, all, shown, indexed, plain, views, countP50, countMost } = figures
  ms(`open list of ${tickets} tickets, no own fields, p50`, none)
  ms(`the same with ${fields} own fields filled in`, all)
  say('ratio (wanted: at most 1.2)', (all / none).toFixed(2))
  ms('the same with five of them shown', shown)
  ms('found by an own field with an index', indexed)
  ms('open ones found by an own field without', plain)
  say(`counts of ${views} views, fifty at once, p50 / most`, `${countP50.toFixed(0)} / ${countMost.toFixed(0)} ms`)
}

const spreadText = ({ p50, p99, max }: Spread): string =>
  `${[p50, p99, max].map(ms => (ms / 1000).toFixed(2)).join(' / ')} s`

/**
 * `npm run bench [clocks] [tables] [jobs] [imports] [fields] [quick]`: a table and bench-results/latest.json; with names of parts these alone.
 * Absolute numbers are this machine's; ratios are what counts.
 */
async function main(): Promise<void> {
  const quick = process.argv.includes('quick')
  const figures: Record<string, unknown> = { at: new Date().toISOString(), quick }
  const say: Say = (name, value) => void process.stdout.write(`${name.padEnd(58)} ${value}\n`)
  const named = ['clocks', 'tables', 'jobs', 'imports', 'fields'].filter(part => process.argv.includes(part))
  const wanted = (part: string) => named.length === 0 || named.includes(part)
  if (wanted('desk')) await benchDesk(say, figures, quick)
  if (wanted('clocks')) {
    const clocks = await benchClocks(quick)
    figures.clocks = clocks
    sayClocks(say, clocks)
  }
  if (wanted('tables')) {
    const tables = await benchTables(quick)
    figures.tables = tables
    sayTables(say, tables)
  }
  if (wanted('jobs')) {
    const jobs = await benchJobs(quick)
    figures.jobs = jobs
    sayJobs(say, jobs)
  }
  if (wanted('imports')) {
    const imports = await benchImports(quick)
    figures.imports = imports
    sayImports(say, imports)
  }
  if (wanted('fields')) {
    const own = await benchOwnFields(quick)
    figures.ownFields = own
    sayOwnFields(say, own)
  }
  await mkdir('bench-results', { recursive: true })
  await writeFile('bench-results/latest.json', `${JSON.stringify(figures, null, 2)}\n`)
}

async function benchDesk(say: Say, figures: Record<string, unknown>, quick: boolean): Promise<void> {
  const idle = await idleFigures()
  figures.idle = idle
  say('first start, ready after', `${Math.round(idle.firstStartMs)} ms`)
  say('second start, ready after', `${Math.round(idle.secondStartMs)} ms`)
  say('idle memory, server and database (Pss)', `${Math.round(idle.serverMiB)} + ${Math.round(idle.databaseMiB)} MiB`)

  const folder = await temporaryFolder()
  const database = await startPostgres({ dataDir: folder })
  try {
    const port = 4900 + (process.pid % 90)
    const smtpPort = port + 90
    const server = await startServer(folder, port, database.connectionString, {
      BATON_SMTP_LISTEN: `127.0.0.1:${smtpPort}`,
    })
    const token = await signIn(server.base)
    await fill(database.connectionString, 10_000)
    const small = await benchLists(server.base, token, database.connectionString)
    sayLists(say, small)

    const open = await benchOpen(server.base, token, database.connectionString, quick ? 10 : 60)
    figures.open = { ...open, plain: { ...open.plain, times: undefined }, open: { ...open.open, times: undefined } }
    say('plain three-row transactions, 16 lanes', `${open.plain.rate.toFixed(0)} /s`)
    say('ticket.open through HTTP, 16 lanes', `${open.open.rate.toFixed(0)} /s`)
    say('ratio (wanted: at least 0.5)', open.ratio.toFixed(3))
    say('ticket.open median / p99', `${open.medianMs.toFixed(1)} / ${open.p99Ms.toFixed(1)} ms`)
    say(
      'statements / commits per ticket, followers included',
      `${open.statementsPerTicket.toFixed(1)} / ${open.commitsPerTicket.toFixed(2)}`,
    )
    say('followers drained after (wanted: at most 5 s)', `${open.drainedAfter.toFixed(2)} s`)
    say('memory under load (Pss)', `${Math.round(await memoryOf([server.pid]))} MiB`)

    const mail = await benchMail(smtpPort, database.connectionString)
    figures.mail = mail
    say('mail: from 250 to the ticket, p50 / p95 (at most 2000)', `${mail.p50.toFixed(0)} / ${mail.p95.toFixed(0)} ms`)

    await fill(database.connectionString, quick ? 20_000 : 1_000_000)
    const large = await benchLists(server.base, token, database.connectionString)
    sayLists(say, large)
    say('open list p99 ratio (wanted: at most 1.5)', (large.listP99 / small.listP99).toFixed(2))
    say('ticket.get p99 ratio (wanted: at most 1.5)', (large.getP99 / small.getP99).toFixed(2))
    figures.lists = [small, large]
    const found = await benchSearch(server.base, token, database.connectionString)
    saySearch(say, found)
    figures.search = found
    const looks = await benchConsole(server.base, quick ? 5_000 : 100_000)
    figures.console = looks ?? null
    if (looks) {
      say('console: script of the first load, compressed (at most 350)', `${Math.round(looks.firstLoadKiB)} KiB`)
      say('console: first load until the list stands', `${Math.round(looks.firstLoadMs)} ms`)
      say(
        'console: opening a ticket from the list, p50 / p95 (at most 100)',
        `${Math.round(looks.openP50)} / ${Math.round(looks.openP95)} ms`,
      )
      say(
        'console: the same by a click out of nowhere, p50 / p95',
        `${Math.round(looks.coldP50)} / ${Math.round(looks.coldP95)} ms`,
      )
      say(
        `console: a frame while scrolling ${looks.rows} rows, p50 / p95`,
        `${looks.frameP50.toFixed(1)} / ${looks.frameP95.toFixed(1)} ms`,
      )
    } else say('console', 'not measured: no Chromium here')
    await server.stop()
    const cost = await benchSearchCost(
      async () => {
        const again = await startServer(folder, port, database.connectionString)
        return { base: again.base, token: await signIn(again.base), stop: again.stop }
      },
      database.connectionString,
      quick ? 8 : 30,
    )
    figures.searchCost = cost
    say('ticket.open with search / without', `${cost.on.toFixed(0)} / ${cost.off.toFixed(0)} /s`)
    say('ratio (wanted: at least 0.8)', cost.ratio.toFixed(3))
    say('followers drained after, with search', `${cost.drainedAfter.toFixed(2)} s`)
  } finally {
    await database.stop()
    await removeFolder(folder)
  }
}

await main()
