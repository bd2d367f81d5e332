import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type TestDesk, testDesk } from '../../../test/desk.ts'
import { until } from '../../../test/until.ts'
import type { Caller } from '../../kernel/caller.ts'
import { shippedRoles } from '../../records/people/index.ts'

/** Whatever adds to what a person has in hand waits for whoever else is just doing so: else two would both see room. */
let t: TestDesk
let wang: Caller
let other: pg.Client
let departmentId: string

beforeAll(async () => {
  t = await testDesk({ following: false })
  departmentId = (await t.does('department.create', { name: '售后部' })).id
  const roleIds = shippedRoles.filter(({ key }) => key === 'agent').map(({ id }) => id)
  const { id } = await t.does('agent.create', {
    employeeNo: 'CS001',
    name: '王芳',
    departmentIds: [departmentId],
    roleIds,
    capacity: 2,
  })
  wang = { ...t.system, actor: { kind: 'person', id, name: '王芳' }, me: { id, departments: [departmentId] } }
  await t.does('agent.setPresence', { agentId: id, state: 'ready' })
  other = new pg.Client({ connectionString: String(t.desk.connection.connectionString) })
  other.on('error', () => {}) // the database may be dropped while it says goodbye
  await other.connect()
})
afterAll(async () => {
  await other.end()
  await t.close()
})

const open = async (): Promise<string> => (await t.does('ticket.open', { subject: '事', departmentId })).id
const assigned = async (): Promise<string> => {
  const ticketId = await open()
  await t.does('ticket.assign', { ticketId, assigneeId: String(wang.me.id) })
  return ticketId
}
const after = async (ticketId: string, ...verbs: (() => Promise<unknown>)[]): Promise<string> => {
  for (const verb of verbs) await verb()
  return ticketId
}

describe('waits for the person', () => {
  const id = () => String(wang.me.id)
  const cases: [string, () => Promise<string>, (ticketId: string) => Promise<Answer>][] = [
    ['ticket.claim', open, ticketId => t.does('ticket.claim', { ticketId }, wang)],
    ['ticket.dispatch', open, ticketId => t.does('ticket.dispatch', { ticketId })],
    ['ticket.assign', open, ticketId => t.does('ticket.assign', { ticketId, assigneeId: id() })],
    ['ticket.transfer', open, ticketId => t.does('ticket.transfer', { ticketId, assigneeId: id(), reason: '转' })],
    ['ticket.reply that takes it', open, ticketId => t.does('ticket.reply', { ticketId, body: '好' }, wang)],
    [
      'ticket.return',
      async () => {
        const ticketId = await assigned()
        return after(ticketId, () =>
          t.does('ticket.assign', { ticketId, departmentId }).then(async () => {
            const { id: there } = await t.does('agent.create', {
              employeeNo: `X${ticketId.slice(-8)}`,
              name: '他',
              departmentIds: [departmentId],
            })
            await t.does('ticket.transfer', { ticketId, assigneeId: id(), reason: '给' })
            await t.does('ticket.transfer', { ticketId, assigneeId: there, reason: '转' })
          }),
        )
      },
      ticketId => t.does('ticket.return', { ticketId, reason: '退' }),
    ],
    [
      'ticket.resume',
      async () => {
        const ticketId = await assigned()
        return after(ticketId, () => t.does('ticket.pause', { ticketId, reason: '等' }))
      },
      ticketId => t.does('ticket.resume', { ticketId }),
    ],
    [
      'ticket.receive',
      async () => {
        const ticketId = await assigned()
        return after(
          ticketId,
          () => t.does('ticket.acknowledge', { ticketId }),
          () => t.does('ticket.await', { ticketId }),
        )
      },
      ticketId => t.does('ticket.receive', { ticketId, body: '在', channel: 'web' }),
    ],
    [
      'ticket.reopen',
      async () => {
        const ticketId = await assigned()
        return after(ticketId, () => t.does('ticket.solve', { ticketId, result: '好' }))
      },
      ticketId => t.does('ticket.reopen', { ticketId, reason: '没好' }),
    ],
    ['another urgency', assigned, ticketId => t.does('ticket.update', { ticketId, urgency: 'critical' })],
    ['ticket.open for somebody', async () => '', () => t.does('ticket.open', { subject: '事', assigneeId: id() })],
  ]
  test.each(cases)('%s', async (_, prepare, act) => {
    await t.does('agent.update', { agentId: id(), capacity: 1000 })
    const ticketId = await prepare()
    await hold()
    let settled = false
    const acting = act(ticketId).finally(() => {
      settled = true
    })
    await until(isWaiting)
    expect(settled).toBe(false)
    await other.query('commit')
    expect((await acting).assigneeId).toBe(wang.me.id)
  })
})

test('a dispatch that waited sees what was added meanwhile, and gives nothing beyond the capacity', async () => {
  await t.does('agent.update', { agentId: String(wang.me.id), capacity: 1 })
  await t.desk.pool.query(`update tickets set status = 'closed' where assignee_id = $1`, [wang.me.id])
  const [taken, waiting] = [await open(), await open()]
  await hold()
  const dispatching = t.does('ticket.dispatch', { ticketId: waiting })
  dispatching.catch(() => {})
  await until(isWaiting)
  await other.query(`update tickets set status = 'in_progress', assignee_id = $1 where id = $2`, [wang.me.id, taken])
  await other.query('commit')
  await expect(dispatching).rejects.toMatchObject({ status: 409, code: 'ticket.dispatchMoved' })
  expect(await t.does('ticket.dispatch', { ticketId: waiting })).toMatchObject({ status: 'new', assigneeId: null })
})

/** Somebody else is just about to give 王芳 something. */
async function hold(): Promise<void> {
  await other.query('begin')
  await other.query('select from agents where id = $1 for no key update', [wang.me.id])
}

async function isWaiting(): Promise<boolean> {
  const { rows } = await t.desk.pool.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}
