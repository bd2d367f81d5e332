import type { QueryClient } from '@tanstack/react-query'
import { meKey } from '../session/me.ts'
import { refreshLists } from '../workspace/fresh.ts'
import type { Changed } from './socket.ts'

/** Soon after a quiet while, at most this often while much is going on. Milliseconds. */
const calm = { soon: 250, busy: 1500, load: 5000 }
/** The server counts every five seconds; what it says sooner may be from before the change. */
const counted = 5500

/** Gathers what changed for a moment, then refreshes the parts that are on the screen. */
export function createChanges(queries: QueryClient) {
  let waiting = new Map<string, Changed>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let recount: ReturnType<typeof setTimeout> | undefined
  let settledAt = 0
  let loadAskedAt = 0

  const settle = () => {
    timer = undefined
    settledAt = Date.now()
    const records = [...waiting.values()]
    waiting = new Map()
    refresh(queries, records)
    if (records.some(record => record.kind === 'ticket')) {
      clearTimeout(recount)
      recount = setTimeout(() => void queries.invalidateQueries({ queryKey: ['ticket.counts'] }), counted) // as below
    }
    if (settledAt - loadAskedAt < calm.load && records.every(record => record.kind !== 'agent')) return
    loadAskedAt = settledAt
    void queries.invalidateQueries({ queryKey: meKey }) // the query tells its own failure
  }
  return {
    heard(records: Changed[]) {
      for (const record of records) waiting.set(`${record.kind}:${record.id}`, record)
      timer ??= setTimeout(settle, Date.now() - settledAt < calm.busy ? calm.busy : calm.soon)
    },
    /** A call that began to ring while the page came up does not wait for the next one. */
    began() {
      void queries.invalidateQueries({ queryKey: ['call.list'] }) // the query tells its own failure
    },
    /** Something may have been missed: all that is shown is asked for again. */
    missed() {
      void queries.invalidateQueries() // each query tells its own failure
    },
    stop() {
      clearTimeout(timer)
      clearTimeout(recount)
    },
  }
}

/** Reads by the kind of record that they tell about. */
const readsOf: Record<string, string[]> = {
  configuration: [
    'department.list',
    'role.list',
    'category.list',
    'requestType.list',
    'calendar.list',
    'holidays.get',
    'slaPolicy.list',
    'macro.list',
    'cannedReply.list',
    'field.list',
    'template.list',
    'template.get',
    'mailbox.list',
    'settings.get',
    'view.list',
    'field.list',
  ],
  agent: ['agent.list', 'agent.get'],
  call: ['call.list', 'call.get'],
  customer: ['customer.get', 'customer.list', 'customer.find', 'customer.timeline'],
  macro: ['macro.list'],
  cannedReply: ['cannedReply.list'],
  company: ['company.get', 'company.list'],
  view: ['view.list'],
  notification: ['notification.count', 'notification.list'],
  notificationPreferences: ['notification.preferences'],
  job: ['job.list', 'job.get', 'job.rows'],
}

function refresh(queries: QueryClient, records: readonly Changed[]): void {
  const again = (key: readonly unknown[]) => void queries.invalidateQueries({ queryKey: key }) // each query tells its own failure
  const tickets = records.filter(record => record.kind === 'ticket')
  for (const { id } of tickets) {
    again(['ticket.get', { id }])
    again(['ticket.timeline', { id }])
    again(['ticket.handovers', { id }])
    again(['ticket.clocks', { id }])
    again(['survey.list', { ticketId: id }])
  }
  if (tickets.length > 0) {
    again(['ticket.counts'])
    again(['ticket.groups'])
    refreshLists(queries, new Set(tickets.map(record => record.id)))
  }
  for (const kind of new Set(records.map(record => record.kind))) for (const name of readsOf[kind] ?? []) again([name])
}
