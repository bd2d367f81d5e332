import type { Records } from '@baton/contract'
import type { useJobWords } from './words/index.ts'

export type JobRecord = Records['job']
export type JobRowRecord = Records['jobRow']

type T = ReturnType<typeof useJobWords>['t']

/** How far it is, or what came of it, in a few words. */
export function resultText(job: JobRecord, t: T): string {
  if (job.state === 'failed') return job.detail ?? t('state.failed')
  if (job.state === 'gathering') return job.total > 0 ? t('found', { total: job.total }) : t('state.gathering')
  if (!job.endedAt) return t('progress', { done: job.done, total: job.total })
  if (job.total === 0) return t('nothing')
  const left = job.state === 'cancelled' ? job.total - job.done : 0
  const parts = [
    job.ok > job.undone && t('ok', { count: job.ok - job.undone }),
    job.failed > 0 && t('failed', { count: job.failed }),
    job.skipped + left > 0 && t('skipped', { count: job.skipped + left }),
    job.undone > 0 && t('undone', { count: job.undone }),
  ]
  return parts.filter(Boolean).join(' · ') || t('ok', { count: 0 })
}

/** Of the whole, 0 to 1. */
export const shareOf = (job: JobRecord): number => (job.total > 0 ? job.done / job.total : 0)
