import type { ReactNode } from 'react'
import { type JobRecord, resultOf } from './job.ts'
import style from './Result.module.css'
import { useJobWords } from './words/index.ts'

/** How far a job is, or what came of it; what has failed stands out. */
export function Result({ job }: { job: JobRecord }): ReactNode {
  const { t } = useJobWords()
  return (
    <span className={style.result}>
      {resultOf(job, t).map(({ text, wrong }, at) => (
        <span key={text} data-wrong={wrong || undefined}>
          {at > 0 && ' · '}
          {text}
        </span>
      ))}
    </span>
  )
}
