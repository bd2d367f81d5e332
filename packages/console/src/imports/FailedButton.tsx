import { Icon, useSay } from '@baton/ui'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { JobRecord } from '../jobs/job.ts'
import { ask } from '../session/api.ts'
import { fetchFile } from '../session/files.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useImportWords } from './words/index.ts'

/** The rows that failed as a workbook, with the reasons beside them: mended, it can be imported again. */
export function FailedButton({ job }: { job: JobRecord }): ReactNode {
  const { t } = useImportWords()
  const say = useSay()
  const problemText = useProblemText()
  const { mutate, isPending } = useMutation({
    mutationFn: () => ask('import.failed', { jobId: job.id }),
    onSuccess: fetchFile,
    onError: error => say({ title: problemText(error), tone: 'wrong' }),
  })
  if (!job.allowed.includes('import.failed')) return null
  return (
    <Button icon={<Icon name="download" size={16} />} loading={isPending} onClick={() => mutate()}>
      {t(job.file?.dryRun ? 'download' : 'downloadFailed')}
    </Button>
  )
}
