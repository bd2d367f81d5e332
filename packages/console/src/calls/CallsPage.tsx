import { Chip, Empty, Icon, More, Segmented, useSay } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useDo } from '../forms/useDo.ts'
import { useFormWords } from '../forms/words/index.ts'
import { NotHere } from '../frame/pages.tsx'
import { useTitle } from '../frame/title.ts'
import { Asked } from '../lists/Asked.tsx'
import { Log, LogLine } from '../lists/Log.tsx'
import { usePages } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useWords } from '../words/Speaking.tsx'
import { useTimes } from '../words/times.ts'
import { useCalls } from './CallsHost.tsx'
import style from './CallsPage.module.css'
import type { CallRecord } from './draft.ts'
import { lengthText } from './length.ts'
import { useNumber, useWho } from './who.ts'
import { useCallWords } from './words/index.ts'

type Choice = 'waiting' | 'mine' | 'all'

/** The calls: first those that nobody took, each with what can be done about it; then one's own, and all that one may see. */
export function CallsPage(): ReactNode {
  const { t } = useCallWords()
  const { t: f } = useFormWords()
  const { t: shared } = useWords()
  const me = useMe()
  useTitle(shared('call.recordsTitle'))
  const [choice, choose] = useState<Choice>('waiting')
  const asked = { waiting: { waiting: true }, mine: { agentId: me.agent.id }, all: {} }
  const query = usePages('call.list', asked[choice])
  if (!me.may('call.list')) return <NotHere />
  return (
    <section className={style.page} aria-label={shared('call.recordsTitle')}>
      <header className={style.head}>
        <h1 className={style.title}>{shared('call.recordsTitle')}</h1>
        <Segmented<Choice>
          label={t('page.which')}
          value={choice}
          onChange={choose}
          choices={(['waiting', 'mine', 'all'] as const).map(value => ({ value, label: t(`page.${value}`) }))}
        />
      </header>
      <Asked query={query}>
        {({ pages }) => {
          const items = pages.flatMap(page => page.items)
          if (items.length === 0)
            return (
              <Empty
                icon="phone"
                title={t(choice === 'waiting' ? 'page.noneWaiting' : 'page.none')}
                hint={t('page.noneHint')}
              />
            )
          return (
            <>
              <Log label={shared('call.recordsTitle')}>
                {items.map(call => (
                  <Line key={call.id} call={call} />
                ))}
              </Log>
              <More
                more={query.hasNextPage}
                busy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
                label={f('more')}
              />
            </>
          )
        }}
      </Asked>
    </section>
  )
}

function Line({ call }: { call: CallRecord }): ReactNode {
  const { t } = useCallWords()
  const { t: shared } = useWords()
  const times = useTimes()
  const who = useWho()
  const number = useNumber()
  const { customer, agent, direction, state, outcome, seconds, ticket, startedAt } = call
  const facts = [
    customer && number(call),
    customer?.company,
    agent && t('page.agent', { name: agent.name }),
    seconds !== null && lengthText(seconds),
  ].filter(Boolean)
  return (
    <LogLine
      mark={
        <Chip tone={state === 'missed' && outcome === null ? 'red' : state === 'talking' ? 'accent' : 'plain'}>
          {shared(outcome && state !== 'talking' ? `callOutcome.${outcome}` : `callState.${state}`)}
        </Chip>
      }
      title={
        <span className={style.who}>
          <Icon name={state === 'missed' ? 'missed' : 'phone'} size={14} label={shared(`call.mark.${direction}`)} />
          {customer ? (
            <Link to="/customers/{-$customerId}" params={{ customerId: customer.id }}>
              {who(call)}
            </Link>
          ) : (
            who(call)
          )}
          {customer?.level && <Chip tone="accent">{customer.level}</Chip>}
        </span>
      }
      under={
        <>
          {[shared(`call.mark.${direction}`), ...facts].join(' · ')}
          {ticket && (
            <>
              {' · '}
              <Link to="/t/$number" params={{ number: ticket.number }} className={style.ticket}>
                {ticket.number} {ticket.subject}
              </Link>
            </>
          )}
        </>
      }
      time={<span data-hint={times.full(startedAt)}>{times.moment(startedAt)}</span>}
      action={<Actions call={call} />}
    />
  )
}

function Actions({ call }: { call: CallRecord }): ReactNode {
  const { t } = useCallWords()
  const { begin } = useCalls()
  const me = useMe()
  const perform = useDo()
  const say = useSay()
  const problemText = useProblemText()
  const { allowed, outcome, ticket, state } = call
  const dismiss = async () => {
    try {
      await perform('call.dismiss', { callId: call.id })
      say({ title: t('page.didDismiss') })
    } catch (error) {
      say({ title: problemText(error), tone: 'wrong' })
    }
  }
  const open = !ticket && outcome === null && state !== 'ringing' && me.may('ticket.open')
  if (!open && !allowed.includes('call.dismiss')) return null
  return (
    <span className={style.actions}>
      {allowed.includes('call.dismiss') && (
        <Button size="small" type="text" onClick={() => void dismiss()}>
          {t('page.dismiss')}
        </Button>
      )}
      {open && (
        <Button size="small" onClick={() => begin({ call })}>
          {t(state === 'missed' ? 'page.makeTicket' : 'page.register')}
        </Button>
      )}
      {allowed.includes('call.start') && (
        <Button size="small" type="primary" onClick={() => begin({ answers: call })}>
          {t('page.back')}
        </Button>
      )}
    </span>
  )
}
