import { expect, test } from 'vitest'
import { type HealthRecord, troublesOf } from './troubles.ts'

const now = Date.parse('2026-11-27T06:00:00.000Z')
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()
const process = { id: 'p', version: '0.1.0', host: 'desk', pid: 1, startedAt: ago(9000) }
const well: HealthRecord = {
  version: 'v24',
  database: { version: '18.4', embedded: true, bytes: 1 },
  disk: { freeBytes: 50e9, totalBytes: 100e9 },
  horizonAgeSeconds: 1,
  horizonOwner: null,
  followers: [{ name: 'email.write', lagEvents: 3, lagSeconds: 30, parked: 0, replaying: false }],
  parkedEvents: [],
  clockCheck: { night: '2026-11-27', doneAt: ago(9000), checked: 20, wrong: 0, tickets: [] },
  timersOverdue: 0,
  timersLateSeconds: 0,
  deliveries: { queued: 3 },
  mails: { pending: 1 },
  processes: [{ ...process, role: 'all', seenAt: ago(15) }],
}
const named = (health: Partial<HealthRecord>) =>
  Object.entries(troublesOf({ ...well, ...health }, now)).flatMap(([name, found]) =>
    found === undefined || found === false || found === 0 || (Array.isArray(found) && found.length === 0) ? [] : [name],
  )

const cases: [string, Partial<HealthRecord>, string[]][] = [
  ['nothing', {}, []],
  ['a follower 31 s behind', { followers: [{ ...well.followers[0], lagSeconds: 31 } as never] }, ['lagging']],
  ['a parked event', { followers: [{ ...well.followers[0], parked: 1 } as never] }, ['parked']],
  ['an overdue timer', { timersOverdue: 1 }, ['overdue']],
  ['a clock that its history contradicts', { clockCheck: { ...well.clockCheck, wrong: 1 } as never }, ['clocks']],
  ['a long transaction', { horizonAgeSeconds: 31 }, ['horizon']],
  ['a dead letter', { deliveries: { failed: 1 } }, ['failed']],
  ['one that nobody knows about', { deliveries: { unknown: 2 } }, ['failed']],
  ['a quarantined mail', { mails: { quarantined: 1 } }, ['quarantined']],
  ['a full disk', { disk: { freeBytes: 4e9, totalBytes: 100e9 } }, ['disk']],
  ['a small one', { disk: { freeBytes: 5e8, totalBytes: 4e9 } }, ['disk']],
  [
    'a process that fell silent beside one that lives',
    { processes: [...well.processes, { ...process, role: 'worker', seenAt: ago(90) }] },
    ['silent'],
  ],
  ['web processes alone', { processes: [{ ...process, role: 'web', seenAt: ago(5) }] }, ['noWorker']],
]

test.each(cases)('%s', (_words, health, expected) => {
  expect(named(health)).toEqual(expected)
})
