import { Icon, IconButton } from '@baton/ui'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown, type MenuProps } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { useBuilder } from './builder/host.tsx'
import { useViewDeeds } from './useViewDeeds.ts'
import { siblingsOf, type ViewRecord } from './views.ts'

interface Props {
  view: ViewRecord
  views: readonly ViewRecord[]
  label: string
  className?: string | undefined
  /** Something that lies over the page is opened. */
  onBegin?: (() => void) | undefined
}

/** What can be done with a view, as far as one may. */
export function ViewMenu({ view, views, label, className, onBegin }: Props): ReactNode {
  const [wanted, want] = useState(false)
  const items = useItems({ view, views, onBegin }, wanted)
  return (
    <Dropdown trigger={['click']} placement="bottomRight" onOpenChange={() => want(true)} menu={{ items }}>
      <IconButton icon="more" label={label} className={className} />
    </Dropdown>
  )
}

function useItems(
  { view, views, onBegin }: Pick<Props, 'view' | 'views' | 'onBegin'>,
  wanted: boolean,
): NonNullable<MenuProps['items']> {
  const { t } = useWords()
  const build = useBuilder()
  const begin = (beginning: Parameters<typeof build>[0]) => {
    onBegin?.()
    build(beginning)
  }
  const navigate = useNavigate()
  const { move, remove } = useViewDeeds(views)
  if (!wanted) return []
  const { text } = view
  const may = (verb: string) => view.allowed.includes(verb)
  const like = siblingsOf(views, view)
  const at = like.findIndex(({ id }) => id === view.id)
  const search = () =>
    void navigate({ to: '/search/{-$number}', params: { number: undefined }, search: { q: text ?? '' } }) // shows its own page
  return [
    ...(text
      ? [{ key: 'search', icon: <Icon name="search" />, label: t('view.search', { text }), onClick: search }]
      : []),
    ...(may('view.update')
      ? [{ key: 'edit', icon: <Icon name="edit" />, label: t('view.edit'), onClick: () => begin({ edits: view }) }]
      : []),
    { key: 'copy', icon: <Icon name="copy" />, label: t('view.copy'), onClick: () => begin({ like: view }) },
    ...(may('view.publish')
      ? [
          {
            key: 'publish',
            icon: <Icon name="people" />,
            label: t('view.publish'),
            onClick: () => begin({ edits: view, part: 'audience' as const }),
          },
        ]
      : []),
    ...(may('view.update')
      ? [
          {
            key: 'up',
            icon: <Icon name="up" />,
            label: t('view.up'),
            disabled: at <= 0,
            onClick: () => move(view, at),
          },
          {
            key: 'down',
            icon: <Icon name="down" />,
            label: t('view.down'),
            disabled: at < 0 || at >= like.length - 1,
            onClick: () => move(view, at + 2),
          },
        ]
      : []),
    ...(may('view.archive')
      ? [
          { type: 'divider' as const, key: 'line' },
          { key: 'remove', icon: <Icon name="archive" />, label: t('view.remove'), onClick: () => remove(view) },
        ]
      : []),
  ]
}
