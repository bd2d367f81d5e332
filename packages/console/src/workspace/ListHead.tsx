import { Icon, IconButton, type IconName } from '@baton/ui'
import { Dropdown } from 'antd'
import { memo, type ReactNode, useState } from 'react'
import { FilesMenu } from '../exports/FilesMenu.tsx'
import { useLook } from '../frame/look.tsx'
import { HelpLink } from '../help/HelpLink.tsx'
import { useWords } from '../words/Speaking.tsx'
import { useBuilder } from './builder/host.tsx'
import style from './ListHead.module.css'
import type { Listed } from './list.ts'
import type { Choosing } from './selection.ts'
import { ViewList } from './ViewList.tsx'
import { ViewMenu } from './ViewMenu.tsx'
import type { Layout, ViewRecord } from './views.ts'

interface Props {
  view: ViewRecord | undefined
  views: readonly ViewRecord[] | undefined
  name: string
  order: Listed['order']
  onOrder: (order: Listed['order']) => void
  layout: Layout
  onLayout: (layout: Layout) => void
  busy: boolean
  onRefresh: () => void
  /** Undefined for whoever may not work on many at once. */
  selection: Choosing | undefined
}

/** Which tickets these are, in which order, how close together. */
export const ListHead = memo(function ListHead(props: Props): ReactNode {
  const { view, views, name, order, onOrder, layout, onLayout, busy, onRefresh, selection } = props
  const { t } = useWords()
  const { density, like } = useLook()
  const title = view ? view.name : views ? name : ''
  return (
    <header className={style.head}>
      <h1 className={style.title}>{title}</h1>
      <span className={style.wide}>{title && <HelpLink page="claim" what={title} />}</span>
      <ViewChoice views={views} current={view} title={title} />
      <span className={style.gap} />
      {view && <ViewMenu view={view} views={views ?? none} label={t('view.menu')} />}
      {selection && (
        <IconButton
          icon="done"
          label={t(selection.choosing ? 'choose.end' : 'choose.many')}
          on={selection.choosing}
          onClick={selection.choosing ? selection.clear : selection.begin}
        />
      )}
      <FilesMenu of={{ view: name, ...(order && { order }) }} name={title} />
      <LayoutChoice layout={layout} onLayout={onLayout} />
      <Order view={view} order={order} onOrder={onOrder} />
      <IconButton
        icon="density"
        className={style.wide}
        label={t(density === 'roomy' ? 'list.denser' : 'list.roomier')}
        onClick={() => like({ density: density === 'roomy' ? 'dense' : 'roomy' })}
      />
      <IconButton
        icon="refresh"
        label={t('list.refresh')}
        className={busy ? `${style.wide} ${style.busy}` : style.wide}
        onClick={onRefresh}
      />
    </header>
  )
})

const none: readonly ViewRecord[] = []

/** Where there is no room for the pane of views, its name opens them. */
function ViewChoice({
  views,
  current,
  title,
}: Pick<Props, 'views'> & { current: Props['view']; title: string }): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      popupRender={() => (
        <div className={style.views}>
          {open && <ViewList views={views} current={current} onChoose={() => setOpen(false)} />}
        </div>
      )}
    >
      <button type="button" className={style.choice} aria-expanded={open}>
        <span className={style.chosen}>{title}</span>
        <Icon name="down" size={14} />
      </button>
    </Dropdown>
  )
}

const layoutIcons = { list: 'all', table: 'table', board: 'board' } as const satisfies Record<Layout, IconName>

function LayoutChoice({ layout, onLayout }: Pick<Props, 'layout' | 'onLayout'>): ReactNode {
  const { t } = useWords()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [layout],
        items: (['list', 'table', 'board'] as const).map(key => ({
          key,
          icon: <Icon name={layoutIcons[key]} />,
          label: t(`view.as.${key}`),
          className: style[key],
        })),
        onClick: ({ key }) => onLayout(key as Layout),
      }}
    >
      <IconButton icon={layoutIcons[layout]} label={t('view.layout')} />
    </Dropdown>
  )
}

const orders = {
  urgency: { field: 'urgency', direction: 'asc' },
  due: { field: 'dueAt', direction: 'asc' },
  newest: { field: 'createdAt', direction: 'desc' },
  oldest: { field: 'createdAt', direction: 'asc' },
  updated: { field: 'updatedAt', direction: 'desc' },
} as const
type OrderName = keyof typeof orders

function Order({ view, order, onOrder }: Pick<Props, 'view' | 'order' | 'onOrder'>): ReactNode {
  const { t } = useWords()
  const begin = useBuilder()
  const names = Object.keys(orders) as OrderName[]
  const now = names.find(
    name => orders[name].field === order?.[0]?.field && orders[name].direction === order[0].direction,
  )
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [now ?? 'usual'],
        items: [
          { key: 'usual', label: t('list.order.usual') },
          ...names.map(name => ({ key: name, label: t(`list.order.${name}`) })),
          ...(order ? [{ type: 'divider' as const }, { key: 'copy', label: t('view.copyOrdered') }] : []),
        ],
        onClick: ({ key }) => {
          if (key === 'copy') begin({ like: view, order })
          else onOrder(key === 'usual' ? undefined : [orders[key as OrderName]])
        },
      }}
    >
      <IconButton icon="sort" label={t('list.sort')} on={order !== undefined} />
    </Dropdown>
  )
}
