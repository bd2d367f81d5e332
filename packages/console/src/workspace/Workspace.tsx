import { Empty } from '@baton/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useCallback, useMemo } from 'react'
import { useTitle } from '../frame/title.ts'
import { Ticket } from '../tickets/Ticket.tsx'
import { useWords } from '../words/Speaking.tsx'
import { List } from './List.tsx'
import { todoView } from './shipped.ts'
import { Views } from './Views.tsx'
import { addressOf, findView, useViews } from './views.ts'
import style from './Workspace.module.css'

/** Views, list, ticket: three panes that become three pages on a phone. */
export function Workspace(): ReactNode {
  const { t } = useWords()
  const { view: viewName = todoView, number } = useParams({ strict: false })
  const { data } = useViews()
  const view = useMemo(() => findView(data?.items, viewName), [data, viewName])
  const navigate = useNavigate()
  useTitle(number ? undefined : view?.name)
  const open = useCallback(
    (next: string | undefined) =>
      // The router keeps a parameter that is not named, so closing names the number as well. Shows its own page.
      void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: viewName, number: next } }),
    [navigate, viewName],
  )
  return (
    <div className={style.panes} data-open={number ? '' : undefined}>
      <Views views={data?.items} current={view} />
      <List
        key={viewName}
        view={view}
        name={view ? addressOf(view) : viewName}
        views={data?.items}
        open={number}
        onOpen={open}
      />
      <section className={style.ticket} aria-label={t('ticket.pane')}>
        {number ? (
          <Ticket key={number} number={number} onBack={() => open(undefined)} />
        ) : (
          <Empty icon="inbox" title={t('ticket.none')} hint={t('ticket.noneHint')} />
        )}
      </section>
    </div>
  )
}
