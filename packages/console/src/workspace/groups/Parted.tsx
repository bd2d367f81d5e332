import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useLook } from '../../frame/look.tsx'
import { useMe } from '../../session/me.ts'
import { Board } from '../board/Board.tsx'
import listStyle from '../List.module.css'
import { ListHead } from '../ListHead.tsx'
import type { Listed } from '../list.ts'
import { Failed, Nothing, Waiting } from '../Rows.tsx'
import type { Layout, ViewRecord } from '../views.ts'
import { useViewWords } from '../words/index.ts'
import { isAnyApart } from './apart.ts'
import { GroupedRows } from './GroupedRows.tsx'
import style from './Parted.module.css'
import { useApart } from './useApart.ts'
import { useGroups } from './useGroups.ts'

const ApartBar = lazy(() => import('./ApartBar.tsx').then(it => ({ default: it.ApartBar })))

interface Props {
  view: ViewRecord
  name: string
  views: readonly ViewRecord[] | undefined
  /** As it is to be shown, and as there is room to. */
  layout: Layout
  shape: Layout
  /** The field by which it is shown apart. */
  by: string
  open: string | undefined
  onOpen: (number: string | undefined) => void
  onLayout: (layout: Layout) => void
}

/** One view's tickets, shown apart: under each other or side by side. */
export function Parted({ view, name, views, layout, shape, by, open, onOpen, onLayout }: Props): ReactNode {
  const { t } = useViewWords()
  const { density } = useLook()
  const [order, setOrder] = useState<Listed['order']>()
  const groups = useGroups(name, by)
  const { data, error, refetch } = groups
  const again = () => void refetch() // tells its own failure
  const mayChoose = useMe().may('bulk.start')
  const apart = useApart()
  const choosing = mayChoose ? apart : undefined
  const shown = { view, name, by, order, open, onOpen, apart: choosing }
  const isEmpty = data && shape !== 'board' && data.groups.every(({ count }) => count === 0)
  return (
    <section className={listStyle.list} data-density={density} data-layout={shape} aria-label={view.name}>
      <ListHead
        view={view}
        views={views}
        name={name}
        order={order}
        onOrder={setOrder}
        layout={layout}
        onLayout={onLayout}
        busy={groups.isFetching && !groups.isPending}
        onRefresh={again}
        selection={choosing}
      />
      {data?.isMore && <p className={style.note}>{t('group.isMore')}</p>}
      {!data && (error ? <Failed error={error} again={again} /> : <Waiting height={84} />)}
      {isEmpty && <Nothing view={view} />}
      {data && !isEmpty && shape === 'board' && <Board {...shown} groups={data.groups} />}
      {data && !isEmpty && shape !== 'board' && (
        <GroupedRows {...shown} groups={data.groups} shape={shape} onOrder={setOrder} />
      )}
      <Suspense>{data && isAnyApart(apart.chosen) && <ApartBar apart={apart} view={name} parts={data} />}</Suspense>
    </section>
  )
}
