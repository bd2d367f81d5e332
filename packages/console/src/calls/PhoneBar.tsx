import { Icon, IconButton } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { phoneText } from '../words/phone.ts'
import { useWords } from '../words/Speaking.tsx'
import { useCalls } from './CallsHost.tsx'
import type { CallDraft, CallRecord } from './draft.ts'
import style from './PhoneBar.module.css'
import { Timer } from './Timer.tsx'
import { useWho } from './who.ts'

/** The phone in the top bar: begins a registration, shows the call that goes on, and those that nobody took. */
export function PhoneBar(): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const { going, drafts, begin } = useCalls()
  if (!me.may('call.start') || !me.may('ticket.open')) return null
  const shown = going.filter(call => !drafts.some(draft => draft.callId === call.id) && !call.ticket)
  return (
    <span className={style.phone}>
      {drafts.map(draft => (
        <Begun key={draft.key} draft={draft} live={going.find(({ id }) => id === draft.callId)} />
      ))}
      {shown.map(call => (
        <Going key={call.id} call={call} />
      ))}
      <Missed />
      <IconButton className={style.begin} icon="phone" label={t('call.register')} keys="d" onClick={() => begin()} />
    </span>
  )
}

/** A registration that is not finished: its call goes on, or is over and waits to be written down. */
function Begun({ draft, live }: { draft: CallDraft; live: CallRecord | undefined }): ReactNode {
  const { t } = useWords()
  const { show } = useCalls()
  const { data } = useAsk('call.get', { id: draft.callId ?? '' }, { enabled: draft.callId !== undefined })
  const record = live ?? data
  const { number, customer, name } = draft.values
  // What was registered stays open only to be read out.
  if (draft.finished || record?.ticket) return null
  return (
    <Pill
      who={customer?.name || name || phoneText(number, t('word.extension')) || t('call.bar')}
      state={record?.state ?? 'talking'}
      from={record?.answeredAt ?? record?.startedAt ?? draft.startedAt}
      open={() => show(draft.key)}
    />
  )
}

function Going({ call }: { call: CallRecord }): ReactNode {
  const who = useWho()
  const { begin } = useCalls()
  return (
    <Pill who={who(call)} state={call.state} from={call.answeredAt ?? call.startedAt} open={() => begin({ call })} />
  )
}

interface PillProps {
  who: string
  state: CallRecord['state']
  from: string
  open: () => void
}

function Pill({ who, state, from, open }: PillProps): ReactNode {
  const { t } = useWords()
  const over = state === 'ended' || state === 'missed'
  return (
    <button
      type="button"
      className={style.going}
      data-calls
      data-ringing={state === 'ringing' || undefined}
      data-over={over || undefined}
      onClick={open}
    >
      <span className={style.dot} />
      {!over && <span className="unseen">{t(`callState.${state}`)} </span>}
      <span className={style.who}>{who}</span> {over ? <span>{t('call.unregistered')}</span> : <Timer from={from} />}
    </button>
  )
}

const most = 9

function Missed(): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const { data } = useAsk('call.list', { waiting: true, limit: most }, { enabled: me.may('call.list'), fresh: 30_000 })
  const count = data?.items.length ?? 0
  if (count === 0) return null
  const more = data?.nextCursor !== null
  return (
    <Link
      to="/calls"
      className={style.missed}
      data-calls
      aria-label={t(more ? 'call.missedMore' : 'call.missed', { count })}
      data-hint={t(more ? 'call.missedMore' : 'call.missed', { count })}
    >
      <Icon name="missed" size={14} />
      {more ? `${most}+` : count}
    </Link>
  )
}
