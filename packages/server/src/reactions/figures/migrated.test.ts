import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/desk.ts'
import { recount } from './index.ts'

/** A desk whose figures were kept before promises told of themselves: migration 0074 leaves it nothing to put right. */
let t: TestDesk
beforeAll(async () => {
  t = await testDesk()
  const department = await t.does('department.create', { name: '售后部', dispatch: 'claim' })
  const open = (subject: string) => t.does('ticket.open', { subject, body: '请帮忙', departmentId: department.id })
  const [kept, late] = [await open('一'), await open('二')]
  await open('三')
  await t.does('ticket.reply', { ticketId: kept.id, body: '您好' })
  t.turn(25 * 3_600_000)
  await t.sweep()
  await t.does('ticket.reply', { ticketId: late.id, body: '抱歉' })
  await t.does('ticket.solve', { ticketId: kept.id, result: '好了' })
  await t.drained()
})
afterAll(() => t.close())

const run = (text: string) => sql.raw(text).execute(t.desk.db)
const facts = async () => (await run('select * from facts order by ticket_id, seq, kind')).rows
const days = { from: '2026-11-20', to: '2026-11-30' }
const response = async () => (await t.asks('figures.summary', days)).total.promises.response

test('what first answers said becomes facts of their own', async () => {
  await run(`delete from events where type in ('clock.met', 'clock.warned');
    update events set payload = payload - 'policyId' where type = 'clock.breached';
    update figure_marks set kept_from = (select max(seq) + 1 from events)`)
  await recount(t.desk, { mend: true })
  const should = await facts()
  expect(await response()).toMatchObject({ kept: 1, breached: 2 })

  await run(`update facts r set word = case when exists (
      select from facts k where k.ticket_id = r.ticket_id and k.kind = 'kept') then 'kept' else 'late' end
    where kind = 'responded';
    delete from facts where kind = 'kept';
    update figure_lives set memory = memory #- '{counts,kept}';
    drop table figure_marks;
    alter table figure_dimensions drop column policy_id`)
  await run(await readFile(path.join(import.meta.dirname, '../../../migrations/0074-promises.sql'), 'utf8'))

  expect(await facts()).toEqual(should)
  expect(await recount(t.desk)).toMatchObject({ tickets: 3, differing: 0 })
  expect(await response()).toMatchObject({ kept: 1, breached: 2 })
})

test('and what comes afterwards is told by itself', async () => {
  const ticket = await t.does('ticket.open', { subject: '四', body: '请帮忙' })
  await t.does('ticket.reply', { ticketId: ticket.id, body: '您好' })
  await t.drained()
  expect(await response()).toMatchObject({ kept: 2, breached: 2 })
  expect(await recount(t.desk)).toMatchObject({ differing: 0 })
})
