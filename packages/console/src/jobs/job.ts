import type { FileKind, Records } from '@baton/contract'
import type { useJobWords } from './words/index.ts'

export type JobRecord = Records['job']
export type JobRowRecord = Records['jobRow']

type T = ReturnType<typeof useJobWords>['t']

interface Part {
  text: string
  wrong?: boolean
}

/** How far it is, or what came of it, in a few words. */
export function resultOf(job: JobRecord, t: T): Part[] {
  if (job.state === 'failed') return [{ text: job.detail ?? t('state.failed'), wrong: true }]
  const of = whatOf(job)
  if (job.state === 'gathering')
    return [{ text: job.total > 0 ? t(`of.${of}.found`, { total: job.total }) : t('state.gathering') }]
  const failed = job.failed > 0 ? [{ text: t(`of.${of}.failed`, { count: job.failed }), wrong: true }] : []
  if (!job.endedAt) return [{ text: t('progress', { done: job.done, total: job.total }) }, ...failed]
  if (job.total === 0) return [{ text: t(`of.${of}.nothing`) }]
  const skipped = job.skipped + (job.state === 'cancelled' ? job.total - job.done : 0)
  return [
    ...(job.ok > job.undone || job.ok + job.failed + skipped === 0
      ? [{ text: t(`of.${of}.ok`, { count: job.ok - job.undone }) }]
      : []),
    ...failed,
    ...(skipped > 0 ? [{ text: t(`of.${of}.skipped`, { count: skipped }) }] : []),
    ...(job.undone > 0 ? [{ text: t(`of.${of}.undone`, { count: job.undone }) }] : []),
  ]
}

/** What its rows are. */
export const whatOf = ({ file }: JobRecord): FileKind => file?.of ?? 'ticket'

/** Of the whole, 0 to 1. */
export const shareOf = (job: JobRecord): number => (job.total > 0 ? job.done / job.total : 0)
