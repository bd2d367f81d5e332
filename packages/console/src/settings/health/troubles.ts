import { healthLimits, type Records } from '@baton/contract'

export type HealthRecord = Records['health']

/** What is worth a warning, by the limits that the server has too. */
export function troublesOf(health: HealthRecord, now: number) {
  const { freeBytes, totalBytes } = health.disk
  const share = totalBytes > 0 ? freeBytes / totalBytes : 1
  const silent = health.processes.filter(({ seenAt }) => now - Date.parse(seenAt) > healthLimits.silentSeconds * 1000)
  return {
    lagging: health.followers.filter(({ lagSeconds }) => lagSeconds > healthLimits.lagSeconds),
    parked: health.followers.filter(({ parked }) => parked > 0),
    overdue: health.timersOverdue,
    clocks: health.clockCheck?.wrong ?? 0,
    horizon: health.horizonAgeSeconds > healthLimits.horizonSeconds,
    failed: (health.deliveries.failed ?? 0) + (health.deliveries.unknown ?? 0),
    quarantined: health.mails.quarantined ?? 0,
    disk: share < healthLimits.diskShare || freeBytes < healthLimits.diskBytes ? { freeBytes, share } : undefined,
    silent,
    noWorker: !health.processes.some(one => one.role !== 'web' && !silent.includes(one)),
  }
}
