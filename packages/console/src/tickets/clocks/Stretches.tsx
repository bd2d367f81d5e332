import { Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { useTimes } from '../../words/times.ts'
import { Coming } from './Coming.tsx'
import { type ExplainedClock, type Stretch, sumsOf } from './picture.ts'
import style from './Stretches.module.css'
import type { Ahead } from './useAhead.ts'
import { useClockWords } from './words/index.ts'

interface Props {
  clock: ExplainedClock
  ahead: Ahead | undefined
}

/** The way of a clock in words, in order: from when to when it ran or stood still, how much of that counted, and why. */
export function Stretches({ clock, ahead }: Props): ReactNode {
  const { stretches } = clock
  return (
    <ol className={style.stretches}>
      {stretches.map((stretch, index) => (
        <Line key={stretch.from} stretch={stretch} before={stretches.slice(0, index)} />
      ))}
      {ahead && <Coming clock={clock} ahead={ahead} />}
      {clock.endedAt && <End clock={clock} at={clock.endedAt} />}
    </ol>
  )
}

function Line({ stretch, before }: { stretch: Stretch; before: readonly Stretch[] }): ReactNode {
  const { t } = useClockWords()
  const times = useTimes()
  const { from, to, state, text, seconds, targetSeconds } = stretch
  const runs = state === 'running'
  const { shut } = sumsOf([stretch])
  const promised = before.at(-1)?.targetSeconds
  return (
    <li className={style.line}>
      <span className={style.sign} data-state={state} aria-hidden>
        <Icon name={runs ? 'play' : 'pause'} size={11} />
      </span>
      <div className={style.what}>
        <p>
          <time className={style.time} dateTime={from}>
            {times.span(from, to)}
          </time>{' '}
          <strong className={style.state}>{runs ? t('ran', { length: times.worked(seconds) }) : t('stood')}</strong>
          {shut >= 60 && <span className={style.quiet}> {t('shut', { length: times.worked(shut) })}</span>}
        </p>
        <p className={style.why}>{text}</p>
        {promised !== undefined && promised !== targetSeconds && (
          <p className={style.why}>
            {t('changed', {
              from: times.worked(promised),
              to: times.worked(targetSeconds),
              ran: times.worked(sumsOf(before).running),
            })}
          </p>
        )}
      </div>
    </li>
  )
}

function End({ clock, at }: { clock: ExplainedClock; at: string }): ReactNode {
  const { t } = useClockWords()
  const times = useTimes()
  const isMet = clock.state === 'met'
  return (
    <li className={style.line}>
      <span className={style.sign} aria-hidden>
        <Icon name={isMet ? 'check' : 'close'} size={12} />
      </span>
      <div className={style.what}>
        <p>
          <time className={style.time} dateTime={at}>
            {times.when(at)}
          </time>{' '}
          <strong className={style.state}>{t(isMet ? 'state.met' : 'state.dropped')}</strong>
        </p>
      </div>
    </li>
  )
}
