import type { IconName } from '@baton/ui'
import type { Me } from '../session/me.ts'
import { allView, doneView, todoView } from '../workspace/shipped.ts'

type LinkTo =
  | { to: '/tickets/{-$view}/{-$number}'; params: { view: string; number: undefined } }
  | {
      to: '/customers/{-$customerId}' | '/figures/{-$figure}' | '/settings/{-$page}/{-$id}' | '/help/{-$page}'
      params: Record<string, undefined>
    }

export interface Place {
  /** Its word is `place.<key>`, its shortcut `g` and then `keys`. */
  key: 'todo' | 'done' | 'all' | 'customers' | 'figures' | 'settings' | 'help'
  link: LinkTo
  icon: IconName
  keys: string
  /** What one may not use is not there. */
  shown: (me: Me) => boolean
}

const settingsGrants = [
  'agent.create',
  'department.create',
  'role.create',
  'category.create',
  'requestType.create',
  'mailbox.create',
  'apiKey.create',
  'settings.update',
  'portalSettings.update',
  'ticket.import',
  'customer.import',
  'audit.list',
  'health.get',
]

const view = (name: string): LinkTo => ({
  to: '/tickets/{-$view}/{-$number}',
  params: { view: name, number: undefined },
})

/** The rail, from top to bottom. */
export const places: readonly Place[] = [
  { key: 'todo', link: view(todoView), icon: 'inbox', keys: 't', shown: me => me.may('ticket.list') },
  { key: 'done', link: view(doneView), icon: 'done', keys: 'd', shown: me => me.may('ticket.list') },
  { key: 'all', link: view(allView), icon: 'all', keys: 'a', shown: me => me.may('ticket.list') },
  {
    key: 'customers',
    link: { to: '/customers/{-$customerId}', params: { customerId: undefined } },
    icon: 'people',
    keys: 'c',
    shown: me => me.may('customer.list'),
  },
  {
    key: 'figures',
    link: { to: '/figures/{-$figure}', params: { figure: undefined } },
    icon: 'chart',
    keys: 'f',
    shown: me => me.may('figures.summary'),
  },
  {
    key: 'settings',
    link: { to: '/settings/{-$page}/{-$id}', params: { page: undefined, id: undefined } },
    icon: 'settings',
    keys: 's',
    shown: me => settingsGrants.some(me.may),
  },
  {
    key: 'help',
    link: { to: '/help/{-$page}', params: { page: undefined } },
    icon: 'help',
    keys: 'h',
    shown: () => true,
  },
]
