import { Empty } from '@baton/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react'
import { useTitle } from '../frame/title.ts'
import { Ticket } from '../tickets/Ticket.tsx'
import { useWords } from '../words/Speaking.tsx'
import { BuilderHost } from './builder/host.tsx'
import listStyle from './List.module.css'
import { List } from './List.tsx'
import { groupingOf, useLayout, useShape } from './layout.ts'
import { todoView } from './shipped.ts'
import { Views } from './Views.tsx'
import { addressOf, findView, useViews } from './views.ts'
import style from './Workspace.module.css'

const Parted = lazy(() => import('./groups/Parted.tsx').then(it => ({ default: it.Parted })))

/** Views, list, ticket: three panes that become three pages on a phone. A table or a board alone has the ticket's room too. */
export function Workspace(): ReactNode {
  const { t } = useWords()
  const { view: viewName = todoView, number } = useParams({ strict: false })
  const views = useViews()
  const view = useMemo(() => findView(views, viewName), [views, viewName])
  const [layout, chooseLayout] = useLayout(view)
  const shape = useShape(layout, number !== undefined)
  const navigate = useNavigate()
  useTitle(number ? undefined : view?.name)
  const open = useCallback(
    (next: string | undefined) =>
      // The router keeps a parameter that is not named, so closing names the number as well. Shows its own page.
      void navigate({ to: '/tickets/{-$view}/{-$number}', params: { view: viewName, number: next } }),
    [navigate, viewName],
  )
  const by = view && groupingOf(view, layout)
  const shown = {
    views,
    name: view ? addressOf(view) : viewName,
    open: number,
    onOpen: open,
    layout,
    onLayout: chooseLayout,
  }
  return (
    <BuilderHost>
      <div className={style.panes} data-open={number ? '' : undefined}>
        <Views views={views} current={view} />
        {view && by ? (
          <Suspense fallback={<section className={listStyle.list} data-layout={shape} aria-busy />}>
            <Parted key={`${viewName} ${by}`} view={view} shape={shape} by={by} {...shown} />
          </Suspense>
        ) : (
          <List key={viewName} view={view} shape={shape === 'table' ? 'table' : 'list'} {...shown} />
        )}
        {(number || shape === 'list') && (
          <section className={style.ticket} aria-label={t('ticket.pane')}>
            {number ? (
              <Ticket key={number} number={number} onBack={() => open(undefined)} />
            ) : (
              <Empty icon="inbox" title={t('ticket.none')} hint={t('ticket.noneHint')} />
            )}
          </section>
        )}
      </div>
    </BuilderHost>
  )
}
