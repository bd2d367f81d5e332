import { Icon, IconButton, Kbd } from '@baton/ui'
import { Dropdown, type MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verbs } from './useVerbs.tsx'
import { type TicketVerb, verbGroups, verbIcons, verbKeys } from './verbs.ts'

/** Every verb that may be done, in the one order, each with its key. */
export function VerbMenu({ verbs }: { verbs: Verbs }): ReactNode {
  const { t } = useTranslation()
  if (verbs.allowed.length === 0) return null
  const groups = verbGroups
    .map(group => group.verbs.filter(verb => verbs.allowed.includes(verb)))
    .filter(group => group.length > 0)
  const items: MenuProps['items'] = groups.flatMap((group, index) => [
    ...(index > 0 ? [{ type: 'divider' as const, key: `line-${index}` }] : []),
    ...group.map(verb => ({
      key: verb,
      icon: <Icon name={verbIcons[verb] ?? 'right'} />,
      label: t(`verb.${verb as 'ticket.claim'}`),
      danger: verb === 'ticket.cancel' || verb === 'ticket.forceEnd',
      extra: verbKeys[verb] && <Kbd keys={verbKeys[verb]} />,
    })),
  ])
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, style: { minWidth: 200 }, onClick: ({ key }) => verbs.begin(key as TicketVerb) }}
    >
      <IconButton icon="more" label={t('ticket.verbs')} />
    </Dropdown>
  )
}
