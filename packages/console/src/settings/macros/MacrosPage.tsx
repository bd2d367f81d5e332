import { Chip, Empty } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { Toggle } from '../../forms/Toggle.tsx'
import { Asked } from '../../lists/Asked.tsx'
import { Rows } from '../../lists/Rows.tsx'
import { useAll } from '../../lists/useAll.ts'
import { Macro, NewMacro } from '../../macros/MacroSheet.tsx'
import type { MacroRecord } from '../../macros/records.ts'
import { useDeedsText } from '../../macros/useDeedsText.ts'
import { useReachText } from '../../macros/useReachText.ts'
import { useMacroWords } from '../../macros/words/index.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'

/** Several verbs in one go: what each does, for whom it is, and how often it is used. */
export function MacrosPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const { t: m } = useMacroWords()
  const { t: shared } = useSharedWords()
  const sheet = useSheet('macros')
  const query = useAll('macro.list', { archived: true })
  const [archived, showArchived] = useState(false)
  const deedsText = useDeedsText()
  const reachText = useReachText()
  const columns = [
    {
      key: 'name',
      title: m('name'),
      width: 'minmax(0, 1.4fr)',
      cell: (macro: MacroRecord) => (
        <>
          <span className="cut">{macro.name}</span>
          {macro.archived && <Chip>{t('archived')}</Chip>}
        </>
      ),
    },
    {
      key: 'steps',
      title: m('steps'),
      width: 'minmax(0, 3fr)',
      narrow: true,
      cell: (macro: MacroRecord) => <span className="cut">{deedsText(macro.steps)}</span>,
    },
    {
      key: 'reach',
      title: m('reach'),
      width: 'minmax(0, 1fr)',
      cell: (macro: MacroRecord) => <span className="cut">{reachText(macro)}</span>,
    },
    {
      key: 'used',
      title: m('usedTitle'),
      width: '120px',
      end: true,
      cell: (macro: MacroRecord) => (macro.usedAt ? m('used', { count: macro.usedCount }) : m('never')),
    },
  ]
  return (
    <>
      <PageHead
        page="macros"
        action={<AddButton word={m('addMacro')} onPress={() => sheet.open('new')} />}
        tools={
          query.data?.some(macro => macro.archived) && (
            <Toggle on={archived} onChange={showArchived}>
              {t('showArchived')}
            </Toggle>
          )
        }
      />
      <Asked query={query} rows={3}>
        {all => {
          const shown = all.filter(macro => archived || !macro.archived)
          return shown.length === 0 ? (
            <Empty icon="bolt" title={m('noMacros')} hint={m('noMacrosHint')} />
          ) : (
            <Rows
              label={shared('settings.macros')}
              columns={columns}
              items={shown}
              to={macro => ({ page: 'macros', id: macro.id })}
              open={id}
              isPale={macro => macro.archived}
            />
          )
        }}
      </Asked>
      {id === 'new' && <NewMacro onClose={sheet.close} />}
      {id && id !== 'new' && query.data && (
        <Macro key={id} macro={query.data.find(macro => macro.id === id)} onClose={sheet.close} />
      )}
    </>
  )
}
