import type { TicketRecord } from '@baton/contract'
import { Chip, Icon, IconButton, Wrong } from '@baton/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Viewer } from '../live/together.ts'
import { HolderChip } from '../people/HolderChip.tsx'
import { useWords } from '../words/Speaking.tsx'
import { ChannelIcon, isChannel } from './ChannelIcon.tsx'
import { Clock } from './Clock.tsx'
import { nearestOf } from './clock.ts'
import { Asked } from './extension/Asked.tsx'
import style from './Head.module.css'
import type { Macros } from './macros/useMacros.tsx'
import { NumberCopy } from './NumberCopy.tsx'
import { StatusTag } from './StatusTag.tsx'
import { Subject } from './Subject.tsx'
import { Newest } from './together/Newest.tsx'
import { Viewers } from './together/Viewers.tsx'
import { UrgencyTag } from './Urgency.tsx'
import type { Verbs } from './useVerbs.tsx'
import { VerbMenu } from './VerbMenu.tsx'
import { verbIcons, verbKeys } from './verbs.ts'

interface Props {
  ticket: TicketRecord
  verbs: Verbs
  macros: Macros
  /** Who else looks at it now. */
  others: readonly Viewer[]
  onBack: () => void
  onClocks: () => void
  side: boolean
  onSide: () => void
}

/** What it is, where it stands, who has it, how long there is, and what comes next. */
export function Head({ ticket, verbs, macros, others, onBack, onClocks, side, onSide }: Props): ReactNode {
  const { t } = useWords()
  return (
    <header className={style.head}>
      <div className={style.top}>
        <IconButton className={style.back} icon="left" size={20} label={t('word.back')} onClick={onBack} />
        <NumberCopy number={ticket.number} />
        <span className={style.statusWide}>
          <StatusTag status={ticket.status} runState={ticket.runState} />
        </span>
        <span className={style.gap} />
        <Viewers people={others} />
        <Next verbs={verbs} />
        <VerbMenu verbs={verbs} macros={macros} />
        <IconButton className={style.side} icon="side" label={t('ticket.side')} keys="i" on={side} onClick={onSide} />
      </div>
      <Subject ticket={ticket} />
      <div className={style.facts}>
        <span className={style.statusNarrow}>
          <StatusTag status={ticket.status} runState={ticket.runState} />
        </span>
        <UrgencyTag urgency={ticket.urgency} />
        <span className={style.fact} data-hint={t('ticket.holder')}>
          <HolderChip ticket={ticket} full />
        </span>
        {ticket.clocks.length > 0 && (
          <button
            type="button"
            className={style.clocks}
            aria-haspopup="dialog"
            onClick={onClocks}
            data-hint={t('clock.explain')}
            data-keys="q"
          >
            {nearestOf(ticket.clocks) ? <Clock ticket={ticket} /> : <Quiet />}
          </button>
        )}
        {ticket.urgeCount > 0 && <Chip tone="orange">{t('ticket.urged', { count: ticket.urgeCount })}</Chip>}
        {ticket.category && <span className={style.quiet}>{ticket.category}</span>}
        {isChannel(ticket.channel) && (
          <span className={style.quiet}>
            <ChannelIcon channel={ticket.channel} /> {t(`channel.${ticket.channel}`)}
          </span>
        )}
      </div>
      <Newest ticket={ticket} />
      {ticket.clocks.map(clock => (
        <Asked key={clock.id} ticket={ticket} clock={clock} verbs={verbs} />
      ))}
      {verbs.problem && <Wrong action={{ label: t('word.close'), run: verbs.forgive }}>{verbs.problem}</Wrong>}
    </header>
  )
}

/** Nothing is promised any more: the way to what was. */
function Quiet(): ReactNode {
  const { t } = useWords()
  return (
    <span className={style.quiet}>
      <Icon name="clock" size={14} /> {t('clock.panel')}
    </span>
  )
}

function Next({ verbs: { next, begin, busy } }: { verbs: Verbs }): ReactNode {
  const { t } = useWords()
  if (!next) return null
  return (
    <Button
      type="primary"
      icon={<Icon name={verbIcons[next] ?? 'check'} />}
      loading={busy === next}
      onClick={() => begin(next)}
      data-hint={t(`verb.${next as 'ticket.claim'}`)}
      data-keys={verbKeys[next]}
    >
      {t(`verb.${next as 'ticket.claim'}`)}
    </Button>
  )
}
