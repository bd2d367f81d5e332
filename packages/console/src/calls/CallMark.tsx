import type { TimelineItem } from '@baton/contract'
import { Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { useWords } from '../words/Speaking.tsx'
import style from './CallMark.module.css'
import { lengthText } from './length.ts'

/** The call that words came by, in a line: which way, how long, who talked. */
export function CallMark({ call }: { call: NonNullable<TimelineItem['call']> }): ReactNode {
  const { t } = useWords()
  const { direction, seconds, state, agent } = call
  const length =
    seconds !== null
      ? lengthText(seconds)
      : state === 'talking'
        ? t('call.mark.running')
        : state === 'missed' && t('call.mark.missed')
  const by = agent && t(direction === 'in' ? 'call.mark.by' : 'call.mark.byOut', { name: agent.name })
  return (
    <span className={style.call} data-call={call.id}>
      <Icon name={state === 'missed' ? 'missed' : 'phone'} size={13} />
      {[t(`call.mark.${direction}`), length, state !== 'missed' && by].filter(Boolean).join(' · ')}
    </span>
  )
}
