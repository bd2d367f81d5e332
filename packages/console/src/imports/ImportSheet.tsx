import type { FileKind } from '@baton/contract'
import { Wrong } from '@baton/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Sheet } from '../forms/Sheet.tsx'
import { useJob } from '../jobs/useJob.ts'
import { useProblemText } from '../session/problem-text.ts'
import { FileStep } from './FileStep.tsx'
import { MappingStep } from './MappingStep.tsx'
import { Outcome } from './Outcome.tsx'
import { Steps } from './Steps.tsx'
import { type Importing, useImport } from './useImport.ts'
import { useImportWords } from './words/index.ts'

interface Props {
  of: FileKind
  onClose: () => void
}

/** Four steps from a file to tickets or customers; nothing is written before the last. */
export function ImportSheet({ of, onClose }: Props): ReactNode {
  const { t } = useImportWords()
  const importing = useImport(of)
  const { step, jobs, problem } = importing
  const { submit, back } = useWays(importing)
  return (
    <Sheet
      title={t(`of.${of}.add`)}
      wide
      onClose={onClose}
      dirty={step === 'mapping'}
      submit={submit}
      problem={problem}
      foot={back && <Button onClick={back}>{t('back')}</Button>}
      actions={
        step === 'run' && (
          <Button type="primary" onClick={onClose}>
            {t('run.close')}
          </Button>
        )
      }
    >
      <Steps step={step} />
      {step === 'file' && <FileStep of={of} onTaken={importing.take} />}
      {step === 'mapping' && <Mapping importing={importing} />}
      {step === 'check' && jobs.check && <Outcome key={jobs.check} jobId={jobs.check} of="check" />}
      {step === 'run' && jobs.run && (
        <Outcome key={jobs.run} jobId={jobs.run} of="run" onMore={() => importing.take(undefined)} />
      )}
    </Sheet>
  )
}

/** The columns once the file is read; what is no table sends one back for another. */
function Mapping({ importing }: { importing: Importing }): ReactNode {
  const { t } = useImportWords()
  const problemText = useProblemText()
  const { preview, query, file } = importing
  if (preview) return <MappingStep importing={importing} preview={preview} />
  if (query.error)
    return (
      <Wrong action={{ label: t('file.other'), run: () => importing.take(undefined) }}>
        {problemText(query.error)}
      </Wrong>
    )
  return (
    <p role="status" aria-busy>
      {t('file.reading', { name: file?.name ?? '' })}
    </p>
  )
}

function useWays({ step, jobs, start, preview, mapping, busy, back }: Importing) {
  const { t } = useImportWords()
  const { data: tried } = useJob(jobs.check ?? '', jobs.check !== undefined)
  switch (step) {
    case 'file':
    case 'run':
      return {}
    case 'mapping':
      return {
        submit: {
          label: t('mapping.check'),
          busy,
          disabled: !preview || mapping.length === 0,
          run: () => start('check'),
        },
        back,
      }
    case 'check':
      return {
        submit: {
          label: t('check.run', { count: tried?.ok ?? 0 }),
          busy,
          disabled: !tried?.endedAt || tried.ok === 0,
          run: () => start('run'),
        },
        back,
      }
  }
}
