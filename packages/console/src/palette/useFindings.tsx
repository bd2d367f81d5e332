import { Avatar, Icon } from '@baton/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useLook } from '../frame/look.tsx'
import { useOverlays } from '../frame/overlays.tsx'
import { places } from '../frame/places.ts'
import { useReach } from '../people/reach.ts'
import { useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { addressOf as addressOfSettings, isShown, settingsPages } from '../settings/pages.ts'
import { useSettled } from '../tickets/new/settled.ts'
import { useTicket } from '../tickets/useTicket.ts'
import { keyAmong, verbIcons, verbOrder } from '../tickets/verbs.ts'
import { useWords } from '../words/Speaking.tsx'
import { addressOf, useViews } from '../workspace/views.ts'
import type { Finding } from './finding.ts'
import { useTicketFindings } from './useTicketFindings.tsx'

const settle = 160
const each = 6

/** Everything that fits what was typed, the nearest kinds first. */
export function useFindings(text: string): { findings: Finding[]; busy: boolean; wrong: string | undefined } {
  const wanted = text.trim()
  const asked = useSettled(wanted, settle)
  const verbs = useVerbFindings()
  const pages = usePageFindings()
  const tickets = useTicketFindings(asked, wanted)
  const customers = useCustomerFindings(asked)
  const findings = useMemo(() => {
    const fits = ({ label, under }: Finding) =>
      `${label} ${typeof under === 'string' ? under : ''}`.toLowerCase().includes(wanted.toLowerCase())
    const known = [...verbs, ...pages]
    return wanted ? [...tickets.found, ...known.filter(fits), ...customers.found] : known
  }, [wanted, verbs, pages, tickets.found, customers.found])
  return { findings, busy: asked !== wanted || tickets.busy || customers.busy, wrong: tickets.wrong }
}

/** What can be done with the ticket that stands open; its keys do the same, so they are what is pressed. */
function useVerbFindings(): Finding[] {
  const { t } = useWords()
  const { number } = useParams({ strict: false })
  const { ticket } = useTicketIfOpen(number)
  return useMemo(
    () =>
      verbOrder
        .filter(verb => ticket?.allowed.includes(verb))
        .map(verb => ({
          key: verb,
          group: 'verb',
          label: t(`verb.${verb as 'ticket.claim'}`),
          face: <Icon name={verbIcons[verb] ?? 'right'} />,
          keys: keyAmong(verb, ticket?.allowed ?? []),
          run: () => document.dispatchEvent(new CustomEvent('baton:verb', { detail: verb })),
        })),
    [ticket, t],
  )
}

const useTicketIfOpen = (number: string | undefined) => useTicket(number ?? '', number !== undefined)

function usePageFindings(): Finding[] {
  const { t } = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const overlays = useOverlays()
  const { dark, like } = useLook()
  const views = useViews()
  return useMemo(() => {
    const go = (to: string) => () => void navigate({ to }) // shows its own page
    return [
      ...(me.may('ticket.open')
        ? [
            {
              key: 'new',
              group: 'page' as const,
              label: t('frame.newTicket'),
              face: <Icon name="plus" />,
              keys: 'n',
              run: () => overlays.open('newTicket'),
            },
          ]
        : []),
      ...places
        .filter(place => place.shown(me))
        .map(place => ({
          key: place.key,
          group: 'page' as const,
          label: t(`place.${place.key}`),
          face: <Icon name={place.icon} />,
          keys: `g ${place.keys}`,
          run: () => void navigate(place.link) /* shows its own page */,
        })),
      ...(views ?? []).map(view => ({
        key: view.id,
        group: 'view' as const,
        label: view.name,
        under: t(`view.section.${view.section}`),
        face: <Icon name="filter" />,
        run: go(`/tickets/${addressOf(view)}`),
      })),
      ...settingsPages
        .filter(page => isShown(page, me))
        .map(page => ({
          key: page.key,
          group: 'page' as const,
          label: t(`settings.${page.key}`),
          under: t('place.settings'),
          face: <Icon name={page.icon} />,
          run: go(addressOfSettings(page.key)),
        })),
      { key: 'me', group: 'page' as const, label: t('frame.profile'), face: <Icon name="person" />, run: go('/me') },
      {
        key: 'theme',
        group: 'page' as const,
        label: t(dark ? 'palette.light' : 'palette.dark'),
        face: <Icon name={dark ? 'sun' : 'moon'} />,
        run: () => like({ mode: dark ? 'light' : 'dark' }),
      },
      {
        key: 'keys',
        group: 'page' as const,
        label: t('keys.title'),
        face: <Icon name="keyboard" />,
        keys: '?',
        run: () => overlays.open('keys'),
      },
    ]
  }, [t, me, navigate, overlays, dark, like, views])
}

function useCustomerFindings(text: string): { found: Finding[]; busy: boolean } {
  const me = useMe()
  const navigate = useNavigate()
  const reach = useReach()
  const enabled = text.length >= 2 && me.may('customer.find')
  const { data, isFetching } = useAsk('customer.find', { text: text || ' ', limit: each }, { enabled, fresh: 10_000 })
  return useMemo(
    () => ({
      busy: enabled && isFetching,
      found: !enabled
        ? []
        : (data?.items ?? []).map(customer => ({
            key: customer.id,
            group: 'customer' as const,
            label: customer.name,
            under: reach(customer),
            face: <Avatar name={customer.name} size={18} />,
            run: () => void navigate({ to: '/customers/{-$customerId}', params: { customerId: customer.id } }), // shows its own page
          })),
    }),
    [data, enabled, isFetching, navigate, reach],
  )
}
