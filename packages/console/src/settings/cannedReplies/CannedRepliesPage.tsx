import { namedText } from '@baton/contract'
import { Chip, Empty } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { Toggle } from '../../forms/Toggle.tsx'
import { Asked } from '../../lists/Asked.tsx'
import { Rows } from '../../lists/Rows.tsx'
import { useAll } from '../../lists/useAll.ts'
import { NewReply, Reply } from '../../macros/ReplySheet.tsx'
import type { CannedReplyRecord } from '../../macros/records.ts'
import { useReachText } from '../../macros/useReachText.ts'
import { useMacroWords } from '../../macros/words/index.ts'
import { useOwnFieldName } from '../../steps/placeholders/useOwnFieldName.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { AddButton } from '../AddButton.tsx'
import type { PageProps } from '../bodies.ts'
import { PageHead } from '../PageHead.tsx'
import { useSheet } from '../useSheet.ts'
import { useWords } from '../words/index.ts'

/** What is said often: by its shortcut, for whom it is, and how often it is used. */
export function CannedRepliesPage({ id }: PageProps): ReactNode {
  const ownName = useOwnFieldName()
  const { t, i18n } = useWords()
  const { t: m } = useMacroWords()
  const { t: shared } = useSharedWords()
  const sheet = useSheet('cannedReplies')
  const query = useAll('cannedReply.list', { archived: true })
  const [archived, showArchived] = useState(false)
  const reachText = useReachText()
  const columns = [
    {
      key: 'name',
      title: m('name'),
      width: 'minmax(0, 1.4fr)',
      cell: (reply: CannedReplyRecord) => (
        <>
          <span className="cut">{reply.name}</span>
          {reply.shortcut && <Chip>/{reply.shortcut}</Chip>}
          {reply.archived && <Chip>{t('archived')}</Chip>}
        </>
      ),
    },
    {
      key: 'body',
      title: m('body'),
      width: 'minmax(0, 3fr)',
      narrow: true,
      cell: (reply: CannedReplyRecord) => <span className="cut">{namedText(reply.body, i18n.language, ownName)}</span>,
    },
    {
      key: 'reach',
      title: m('reach'),
      width: 'minmax(0, 1fr)',
      cell: (reply: CannedReplyRecord) => <span className="cut">{reachText(reply)}</span>,
    },
    {
      key: 'used',
      title: m('usedTitle'),
      width: '120px',
      end: true,
      cell: (reply: CannedReplyRecord) => (reply.usedAt ? m('used', { count: reply.usedCount }) : m('never')),
    },
  ]
  return (
    <>
      <PageHead
        page="cannedReplies"
        action={<AddButton word={m('addReply')} onPress={() => sheet.open('new')} />}
        tools={
          query.data?.some(reply => reply.archived) && (
            <Toggle on={archived} onChange={showArchived}>
              {t('showArchived')}
            </Toggle>
          )
        }
      />
      <Asked query={query} rows={3}>
        {all => {
          const shown = all.filter(reply => archived || !reply.archived)
          return shown.length === 0 ? (
            <Empty icon="reply" title={m('noReplies')} hint={m('noRepliesHint')} />
          ) : (
            <Rows
              label={shared('settings.cannedReplies')}
              columns={columns}
              items={shown}
              to={reply => ({ page: 'cannedReplies', id: reply.id })}
              open={id}
              isPale={reply => reply.archived}
            />
          )
        }}
      </Asked>
      {id === 'new' && <NewReply onClose={sheet.close} />}
      {id && id !== 'new' && query.data && (
        <Reply key={id} reply={query.data.find(reply => reply.id === id)} onClose={sheet.close} />
      )}
    </>
  )
}
