import { Chip, Empty } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { Toggle } from '../../forms/Toggle.tsx'
import { Asked } from '../../lists/Asked.tsx'
import { Rows } from '../../lists/Rows.tsx'
import { useAll } from '../../lists/useAll.ts'
import { useMe } from '../../session/me.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { LastChip } from '../outside/Last.tsx'
import { useAwaited } from '../outside/useAwaited.ts'
import { PageHead } from '../PageHead.tsx'
import type { RobotRecord } from '../records.ts'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'
import { NewRobot } from './NewRobot.tsx'
import { Robot } from './Robot.tsx'
import { useKindWord } from './useKindWord.ts'

/** The robots of group chats, by which colleagues hear of tickets. */
export function RobotsPage({ id }: PageProps): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const sheet = useSheet('robots')
  const test = useAwaited()
  const query = useAll('robot.list', { archived: true }, true, robots => robots.some(test.isAwaited))
  const [archived, showArchived] = useState(false)
  const kindWord = useKindWord()
  const columns = [
    {
      key: 'name',
      title: t('outside.name'),
      width: 'minmax(0, 1.2fr)',
      cell: (robot: RobotRecord) => (
        <>
          <span className="cut">{robot.name}</span>
          {robot.archived && <Chip>{t('archived')}</Chip>}
        </>
      ),
    },
    {
      key: 'kind',
      title: t('outside.platform'),
      width: 'minmax(0, 0.8fr)',
      narrow: true,
      cell: (robot: RobotRecord) => <span className="cut">{kindWord(robot.kind)}</span>,
    },
    {
      key: 'last',
      title: t('outside.last'),
      width: 'minmax(0, 1fr)',
      narrow: true,
      cell: (robot: RobotRecord) => <LastChip last={robot.last} />,
    },
  ]
  return (
    <>
      <PageHead
        page="robots"
        action={me.may('robot.create') && <AddButton word={t('robots.add')} onPress={() => sheet.open('new')} />}
        tools={
          query.data?.some(robot => robot.archived) && (
            <Toggle on={archived} onChange={showArchived}>
              {t('showArchived')}
            </Toggle>
          )
        }
      />
      <Asked query={query} rows={3}>
        {all => {
          const shown = all.filter(robot => archived || !robot.archived)
          return shown.length === 0 ? (
            <Empty icon="robot" title={t('robots.none')} hint={t('robots.noneHint')} />
          ) : (
            <Rows
              label={shared('settings.robots')}
              columns={columns}
              items={shown}
              to={robot => ({ page: 'robots', id: robot.id })}
              open={id}
              isPale={robot => robot.archived}
            />
          )
        }}
      </Asked>
      {id === 'new' && <NewRobot onClose={sheet.close} onMade={sheet.open} />}
      {id && id !== 'new' && query.data && (
        <Robot key={id} robot={query.data.find(robot => robot.id === id)} test={test} onClose={sheet.close} />
      )}
    </>
  )
}
