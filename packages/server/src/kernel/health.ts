import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Desk } from './desk.ts'
import { horizonHolder, parkedCounts, positions } from './log/lag.ts'
import type { GaugeOf } from './module.ts'

/** /healthz: alive. /readyz: the database answers and is migrated. /metrics: numbers for Prometheus. */
export function addHealth(app: FastifyInstance, desk: Desk, gauges: readonly GaugeOf[] = []): void {
  const registry = metricsOf(desk, gauges)
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

function metricsOf(desk: Desk, gauges: readonly GaugeOf[]): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  for (const gauge of [...ours, ...gauges]) addGauge(registry, desk, gauge)
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

function addGauge(registry: Registry, desk: Desk, { name, help, label, collect }: GaugeOf): void {
  new Gauge({
    name,
    help,
    labelNames: label ? [label] : [],
    registers: [registry],
    async collect() {
      const values = await collect(desk)
      this.reset()
      for (const { of, value } of values) {
        if (label && of !== undefined) this.set({ [label]: of }, value)
        else this.set(value)
      }
    },
  })
}

/** The machinery's own numbers. */
const ours: readonly GaugeOf[] = [
  {
    name: 'baton_follower_lag_events',
    help: 'Events that a follower has not read yet',
    label: 'follower',
    collect: async ({ db }) => (await positions(db)).map(({ name, lagEvents }) => ({ of: name, value: lagEvents })),
  },
  {
    name: 'baton_follower_lag_seconds',
    help: 'Age of the oldest event that a follower has not read',
    label: 'follower',
    collect: async ({ db }) => (await positions(db)).map(({ name, lagSeconds }) => ({ of: name, value: lagSeconds })),
  },
  {
    name: 'baton_parked_events',
    help: 'Events set aside because a follower failed at them',
    label: 'follower',
    collect: async ({ db }) => (await parkedCounts(db)).map(({ follower, n }) => ({ of: follower, value: n })),
  },
  {
    name: 'baton_horizon_age_seconds',
    help: 'Age of the oldest writing transaction, which holds every follower',
    collect: async ({ db }) => [{ value: (await horizonHolder(db)).ageSeconds }],
  },
  {
    name: 'baton_timers_overdue',
    help: 'Timers that are due and have not run',
    async collect({ db }) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from timers where due_at < now() - interval '5 seconds'`.execute(db)
      return [{ value: rows[0]?.n ?? 0 }]
    },
  },
]
