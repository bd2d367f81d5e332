import { fileKinds } from '@baton/contract'
import { Empty, Icon, More } from '@baton/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import { JobLine } from '../jobs/JobLine.tsx'
import { Asked } from '../lists/Asked.tsx'
import { Log } from '../lists/Log.tsx'
import { usePages } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
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
  const me = useMe()
  const kinds = fileKinds.filter(kind => me.may(`${kind}.import`))
  const [first, ...others] = kinds
  const query = usePages('job.list', { kind: 'import' })
  return (
    <>
      <PageHead
        page="imports"
        action={first && <AddButton word={t(`of.${first}.add`)} onPress={() => sheet.open(sheetOf[first])} />}
        tools={
          <>
            {others.map(kind => (
              <Button key={kind} icon={<Icon name="plus" />} onClick={() => sheet.open(sheetOf[kind])}>
                {t(`of.${kind}.add`)}
              </Button>
            ))}
            {kinds.map(kind => (
              <TemplateButton key={kind} of={kind} word={t(`of.${kind}.template`)} />
            ))}
          </>
        }
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
      {kinds.map(kind => id === sheetOf[kind] && <ImportSheet key={kind} of={kind} onClose={sheet.close} />)}
    </>
  )
}

/** At which address each stands open. */
const sheetOf = { ticket: 'new', customer: 'customers' } as const
