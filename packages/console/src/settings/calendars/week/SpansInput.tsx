import type { TimeSpan } from '@baton/contract'
import { IconButton } from '@baton/ui'
import { type ReactNode, useId } from 'react'
import { useWords } from '../../words/index.ts'
import { isOvernight, wrongOfSpan } from '../draft.ts'
import { TimeInput } from './TimeInput.tsx'
import style from './Week.module.css'

interface Props {
  /** Whose hours these are: 周一. */
  day: string
  spans: readonly TimeSpan[]
  onChange: (spans: TimeSpan[]) => void
  /** What stands where there are none. */
  none: string
  /** Whether what is wrong is told, or still waits for the typing to end. */
  tried: boolean
  /** What the server finds wrong. */
  refused?: string | undefined
}

/** The hours of one day: spans to add, to change and to remove. */
export function SpansInput({ day, spans, onChange, none, tried, refused }: Props): ReactNode {
  const { t } = useWords()
  const id = useId()
  const wrong = spans.map(wrongOfSpan)
  const isEmpty = ({ from, to }: TimeSpan) => !from || !to
  // What is not there yet is no mistake before one says that one is done.
  const told = wrong.find((one, at) => one && (tried || !isEmpty(spans[at] as TimeSpan)))
  const words = told ? t(told === 'begin' ? 'calendars.wrongBegin' : 'calendars.wrongTime') : refused
  const set = (at: number, patch: Partial<TimeSpan>) =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...patch } : span)))
  const common = (isWrong: boolean) => ({ isWrong, ...(words && { describedBy: id }) })
  return (
    <div className={style.hours}>
      <div className={style.spans}>
        {spans.length === 0 && <span className={style.none}>{none}</span>}
        {spans.map((span, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a span is nothing but its place in the day
          <span key={at} className={style.span}>
            <TimeInput
              label={t('calendars.from', { day, count: at + 1 })}
              value={span.from}
              onChange={from => set(at, { from })}
              autoFocus={!span.from && !span.to}
              {...common(Boolean(refused) || (wrong[at] !== undefined && (tried || !isEmpty(span))))}
            />
            <span className={style.dash}>{isOvernight(span) ? `– ${t('calendars.nextDay')}` : '–'}</span>
            <TimeInput
              label={t('calendars.to', { day, count: at + 1 })}
              value={span.to}
              onChange={to => set(at, { to })}
              {...common(Boolean(refused) || (wrong[at] === 'time' && (tried || !isEmpty(span))))}
            />
            <IconButton
              icon="close"
              size={14}
              label={t('calendars.removeSpan', { day, count: at + 1 })}
              onClick={() => onChange(spans.filter((_, index) => index !== at))}
            />
          </span>
        ))}
        <IconButton
          icon="plus"
          size={14}
          label={t('calendars.addSpan', { day })}
          disabled={spans.length >= most}
          onClick={() => onChange([...spans, { from: '', to: '' }])}
        />
      </div>
      {words && (
        <div id={id} role="alert" className={style.wrong}>
          {words}
        </div>
      )}
    </div>
  )
}

const most = 12
