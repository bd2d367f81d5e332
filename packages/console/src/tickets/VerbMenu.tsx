import { Icon, IconButton, Kbd } from '@baton/ui'
import { Dropdown, type MenuProps } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { type Macros, macroKey } from './macros/useMacros.tsx'
import type { Verbs } from './useVerbs.tsx'
import { keyAmong, type TicketVerb, verbGroups, verbIcons } from './verbs.ts'

/** The macros, and every verb that may be done, in the one order, each with its key. */
export function VerbMenu({ verbs, macros }: { verbs: Verbs; macros: Macros }): ReactNode {
  const { t } = useWords()
  const [wanted, want] = useState(false)
  if (verbs.allowed.length === 0) return null
  const macro = { key: 'macro', icon: <Icon name="bolt" />, label: t('ticket.macros'), extra: <Kbd keys={macroKey} /> }
  const line = { type: 'divider' as const, key: 'line-macro' }
  const items = wanted ? [macro, line, ...itemsOf(verbs, verb => t(`verb.${verb as 'ticket.claim'}`))] : []
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      onOpenChange={() => want(true)}
      menu={{
        items,
        style: { minWidth: 200 },
        onClick: ({ key }) => (key === 'macro' ? macros.open() : verbs.begin(key as TicketVerb)),
      }}
    >
      <IconButton icon="more" label={t('ticket.verbs')} />
    </Dropdown>
  )
}

function itemsOf(verbs: Verbs, word: (verb: TicketVerb) => string): NonNullable<MenuProps['items']> {
  const groups = verbGroups
    .map(group => group.verbs.filter(verb => verbs.allowed.includes(verb)))
    .filter(group => group.length > 0)
  return groups.flatMap((group, index) => [
    ...(index > 0 ? [{ type: 'divider' as const, key: `line-${index}` }] : []),
    ...group.map(verb => {
      const key = keyAmong(verb, verbs.allowed)
      return {
        key: verb,
        icon: <Icon name={verbIcons[verb] ?? 'right'} />,
        label: word(verb),
        danger: verb === 'ticket.cancel' || verb === 'ticket.forceEnd',
        extra: key && <Kbd keys={key} />,
      }
    }),
  ])
}
