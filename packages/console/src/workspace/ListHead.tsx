import { Icon, IconButton } from '@baton/ui'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { memo, type ReactNode } from 'react'
import { FilesMenu } from '../exports/FilesMenu.tsx'
import { useLook } from '../frame/look.tsx'
import { HelpLink } from '../help/HelpLink.tsx'
import { useWords } from '../words/Speaking.tsx'
import style from './ListHead.module.css'
import type { Listed } from './list.ts'
import { OwnView } from './OwnView.tsx'
import type { Selection } from './selection.ts'
import { countText } from './Views.tsx'
import { addressOf, sections, useCounts, type ViewRecord } from './views.ts'

interface Props {
  view: ViewRecord | undefined
  views: readonly ViewRecord[] | undefined
  name: string
  order: Listed['order']
  onOrder: (order: Listed['order']) => void
  busy: boolean
  onRefresh: () => void
  /** Undefined for whoever may not work on many at once. */
  selection: Selection | undefined
}

/** Which tickets these are, in which order, how close together. */
export const ListHead = memo(function ListHead(props: Props): ReactNode {
  const { view, views, name, order, onOrder, busy, onRefresh, selection } = props
  const { t } = useWords()
  const { density, like } = useLook()
  const title = view ? view.name : views ? name : ''
  return (
    <header className={style.head}>
      <h1 className={style.title}>{title}</h1>
      {title && <HelpLink page="claim" what={title} />}
      <ViewChoice views={views ?? none} current={view} title={title} />
      <span className={style.gap} />
      {view?.own && <OwnView view={view} />}
      {selection && (
        <IconButton
          icon="done"
          label={t(selection.choosing ? 'choose.end' : 'choose.many')}
          on={selection.choosing}
          onClick={selection.choosing ? selection.clear : selection.begin}
        />
      )}
      <FilesMenu of={{ view: name }} name={title} />
      <Order order={order} onOrder={onOrder} />
      <IconButton
        icon="density"
        label={t(density === 'roomy' ? 'list.denser' : 'list.roomier')}
        onClick={() => like({ density: density === 'roomy' ? 'dense' : 'roomy' })}
      />
      <IconButton
        icon="refresh"
        label={t('list.refresh')}
        className={busy ? style.busy : undefined}
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
}: {
  views: readonly ViewRecord[]
  current: ViewRecord | undefined
  title: string
}): ReactNode {
  const { t } = useWords()
  const counts = useCounts(views)
  const navigate = useNavigate()
  const groups = sections
    .map(section => ({ section, inside: views.filter(view => view.section === section) }))
    .filter(group => group.inside.length > 0)
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: current ? [current.id] : [],
        items: groups.map(({ section, inside }) => ({
          key: section,
          type: 'group' as const,
          label: t(`view.section.${section}`),
          children: inside.map(view => ({ key: view.id, label: view.name, extra: countText(counts[view.id]) })),
        })),
        onClick: ({ key }) => {
          const chosen = views.find(view => view.id === key)
          if (chosen)
            void navigate({
              to: '/tickets/{-$view}/{-$number}',
              params: { view: addressOf(chosen), number: undefined },
            }) // shows its own page
        },
      }}
    >
      <button type="button" className={style.choice}>
        {title}
        <Icon name="down" size={14} />
      </button>
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

function Order({ order, onOrder }: Pick<Props, 'order' | 'onOrder'>): ReactNode {
  const { t } = useWords()
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
        ],
        onClick: ({ key }) => onOrder(key === 'usual' ? undefined : [orders[key as OrderName]]),
      }}
    >
      <IconButton icon="sort" label={t('list.sort')} on={now !== undefined} />
    </Dropdown>
  )
}
