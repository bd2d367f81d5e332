import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Desk } from './desk.ts'
import { parkedCounts, positions } from './log/lag.ts'

/** /healthz: alive. /readyz: the database answers and is migrated. /metrics: numbers for Prometheus. */
export function addHealth(app: FastifyInstance, desk: Desk): void {
  const registry = metricsOf(desk)
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select version from configuration`.execute(desk.db)
      return { status: 'ready' }
    } catch (error) {
      desk.log.warn({ err: error }, 'not ready')
      return reply.code(503).send({ status: 'unavailable' })
    }
  })
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
}

function metricsOf(desk: Desk): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'baton_follower_lag_events',
    help: 'Events that a follower has not read yet',
    labelNames: ['follower'],
    registers: [registry],
    async collect() {
      for (const { name, lagEvents } of await positions(desk.db)) this.set({ follower: name }, lagEvents)
    },
  })
  new Gauge({
    name: 'baton_parked_events',
    help: 'Events set aside because a follower failed at them',
    labelNames: ['follower'],
    registers: [registry],
    async collect() {
      for (const { follower, n } of await parkedCounts(desk.db)) this.set({ follower }, n)
    },
  })
  new Gauge({
    name: 'baton_timers_overdue',
    help: 'Timers that are due and have not run',
    registers: [registry],
    async collect() {
      const { rows } = await sql<{
        n: number
      }>`select count(*) as n from timers where due_at < now() - interval '5 seconds'`.execute(desk.db)
      this.set(rows[0]?.n ?? 0)
    },
  })
  new Counter({
    name: 'baton_database_statements_total',
    help: 'Statements that this process has sent to the database',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(desk.statements())
    },
  })
  new Gauge({
    name: 'baton_database_connections',
    help: 'Connections of this process',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, desk.pool.totalCount)
      this.set({ state: 'idle' }, desk.pool.idleCount)
      this.set({ state: 'waiting' }, desk.pool.waitingCount)
    },
  })
  return registry
}
