import { Empty, More } from '@baton/ui'
import type { ReactNode } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import { JobLine } from '../jobs/JobLine.tsx'
import { Asked } from '../lists/Asked.tsx'
import { Log } from '../lists/Log.tsx'
import { usePages } from '../session/ask.ts'
import { AddButton } from '../settings/AddButton.tsx'
import type { PageProps } from '../settings/bodies.ts'
import { PageHead } from '../settings/PageHead.tsx'
import { useSheet } from '../settings/useSheet.ts'
import { TemplateButton } from './FileStep.tsx'
import { ImportSheet } from './ImportSheet.tsx'
import { useImportWords } from './words/index.ts'

/** What was imported, and the way to import more. */
export function ImportsPage({ id }: PageProps): ReactNode {
  const { t } = useImportWords()
  const { t: f } = useFormWords()
  const sheet = useSheet('imports')
  const query = usePages('job.list', { kind: 'import' })
  return (
    <>
      <PageHead
        page="imports"
        action={<AddButton word={t('add')} onPress={() => sheet.open('new')} />}
        tools={<TemplateButton />}
      />
      <Asked query={query} rows={3}>
        {({ pages }) => {
          const items = pages.flatMap(page => page.items)
          if (items.length === 0) return <Empty icon="file" title={t('none')} hint={t('noneHint')} />
          return (
            <>
              <Log label={t('history')}>
                {items.map(job => (
                  <JobLine key={job.id} job={job} />
                ))}
              </Log>
              <More
                more={query.hasNextPage}
                busy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()} // tells its own failure
                label={f('more')}
              />
            </>
          )
        }}
      </Asked>
      {id === 'new' && <ImportSheet onClose={sheet.close} />}
    </>
  )
}
