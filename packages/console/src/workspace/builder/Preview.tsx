import { Chip, Wrong } from '@baton/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { Part } from '../../forms/Part.tsx'
import { reading } from '../../session/ask.ts'
import { useMe } from '../../session/me.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useSettled } from '../../tickets/new/settled.ts'
import { StatusTag } from '../../tickets/StatusTag.tsx'
import { useGroupName } from '../groups/useGroups.ts'
import { countText } from '../views.ts'
import { useViewWords } from '../words/index.ts'
import type { Draft } from './draft.ts'
import { isReady } from './ready.ts'
import style from './ViewBuilder.module.css'

/** After so long without a change the tickets are asked for. Milliseconds. */
const rest = 400
const shown = 6
const most = 1000

/** Which tickets the view has as it is being made: how many, into which groups they fall, the first of them. */
export function Preview({ draft }: { draft: Draft }): ReactNode {
  const { t } = useViewWords()
  const problemText = useProblemText()
  const { where, text, order, groupBy } = draft
  // One string, for it stands still while the same is said by another object.
  const said = useSettled(JSON.stringify({ where, text: text.trim(), order, groupBy }), rest)
  const asked = useMemo(() => JSON.parse(said) as Pick<Draft, 'where' | 'text' | 'order' | 'groupBy'>, [said])
  const isFull = isReady(asked.where)
  const { count, groups, tickets, error } = usePreviewed(asked, isFull)
  return (
    <Part title={t('build.preview')}>
      {!isFull && <p className={style.hint}>{t('build.unfinished')}</p>}
      {isFull && error && <Wrong>{problemText(error)}</Wrong>}
      {isFull && !error && count !== undefined && (
        <p className={style.count} role="status">
          {count === 0 ? t('build.none') : t('build.count', { count: countText(count) })}
        </p>
      )}
      {isFull && !error && groups && <Groups groups={groups} />}
      {isFull && !error && tickets && tickets.length > 0 && (
        <>
          <p className={style.first}>{t('build.first')}</p>
          <ul className={style.rows}>
            {tickets.map(ticket => (
              <li key={ticket.id} className={style.row}>
                <StatusTag status={ticket.status} runState={ticket.runState} small />
                <span className={style.subject}>{ticket.subject}</span>
                <span className={style.number}>{ticket.number}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

type Counted = { value: string | number | boolean | null; name: string; count: number }

function Groups({ groups }: { groups: readonly Counted[] }): ReactNode {
  const nameOf = useGroupName()
  return (
    <div className={style.groups}>
      {groups
        .filter(({ count }) => count > 0)
        .slice(0, 12)
        .map(group => (
          <Chip key={String(group.value)}>
            {nameOf(group)} {countText(group.count)}
          </Chip>
        ))}
    </div>
  )
}

/** With words in it the search tells, without them the list and its groups: by the chosen field, else by any that all have. */
function usePreviewed(
  { where, text, order, groupBy }: Pick<Draft, 'where' | 'text' | 'order' | 'groupBy'>,
  isFull: boolean,
) {
  const me = useMe()
  const condition = where as unknown as Record<string, unknown>
  const isSearch = text !== ''
  const kept = { placeholderData: keepPreviousData, retry: false }
  const found = useQuery({
    ...reading('ticket.search', { text: text || ' ', where: condition, limit: shown }),
    ...kept,
    enabled: isFull && isSearch,
  })
  const list = useQuery({
    ...reading('ticket.list', { where: condition, limit: shown, columns: [], ...(order && { order: [order] }) }),
    ...kept,
    enabled: isFull && !isSearch,
  })
  const by = groupBy ?? (me.isHidden('open') ? 'urgency' : 'open')
  const groups = useQuery({
    ...reading('ticket.groups', { by, where: condition }),
    ...kept,
    enabled: isFull && !isSearch,
  })
  if (isSearch) {
    const { data, error } = found
    return { count: data && (data.isMore ? most : data.count), groups: undefined, tickets: data?.items, error }
  }
  const counted = groups.data?.groups
  return {
    count: counted && (groups.data?.isMore ? most : counted.reduce((sum, group) => sum + group.count, 0)),
    groups: groupBy ? counted : undefined,
    tickets: list.data?.items,
    error: list.error ?? groups.error,
  }
}
