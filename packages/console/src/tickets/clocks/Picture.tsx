import { Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { useTimes } from '../../words/times.ts'
import { CardMark } from '../CardMark.tsx'
import style from './Picture.module.css'
import { type ExplainedClock, type Mark, type PartKind, type Picture as Pictured, placeIn, sumsOf } from './picture.ts'
import { useClockWords } from './words/index.ts'

/** One clock as a line from its start to where it stands or is due: what ran, stood still, or was outside working hours. */
export function Picture({ clock, picture }: { clock: ExplainedClock; picture: Pictured }): ReactNode {
  const { t } = useClockWords()
  const times = useTimes()
  const sums = useSums(clock, picture)
  const place = placeIn(picture)
  const share = (at: number) => `${place(at) * 100}%`
  const iso = (at: number) => new Date(at).toISOString()
  const label = t('picture', {
    from: times.when(iso(picture.from)),
    to: times.when(iso(picture.to)),
    sums: sums.map(({ text }) => text).join(t('comma')),
  })
  return (
    <figure className={style.picture}>
      <div className={style.drawing} role="img" aria-label={label} data-marked={picture.marks.length > 0 || undefined}>
        {picture.parts.map(part => (
          <span
            key={`${part.from}${part.kind}`}
            className={style.part}
            data-kind={part.kind}
            data-ahead={part.ahead || undefined}
            style={{ left: share(part.from), width: `${(place(part.to) - place(part.from)) * 100}%` }}
          />
        ))}
        {picture.marks.map(mark => (
          <span key={mark.kind} className={style.mark} data-kind={mark.kind} style={{ left: share(mark.at) }}>
            <Sign kind={mark.kind} />
          </span>
        ))}
      </div>
      <div className={style.ends} aria-hidden>
        <span>{times.when(iso(picture.from))}</span>
        <span>{times.when(iso(picture.to))}</span>
      </div>
      <ul className={style.legend}>
        {sums.map(({ kind, text }) => (
          <li key={kind} className={style.entry}>
            <span className={style.sample} aria-hidden>
              <span className={style.part} data-kind={kind} />
            </span>
            {text}
          </li>
        ))}
        {picture.marks.map(({ kind, at }) => (
          <li key={kind} className={style.entry}>
            <Sign kind={kind} />
            {t(`mark.${kind}`, { at: times.when(iso(at)) })}
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** What each look of a part means, and how long it was so; what there is none of is left out. */
function useSums(clock: ExplainedClock, picture: Pictured): { kind: PartKind; text: string }[] {
  const { t } = useClockWords()
  const times = useTimes()
  const sums = sumsOf(clock.stretches)
  const over = picture.parts.reduce((sum, part) => (part.kind === 'over' ? sum + (part.to - part.from) / 1000 : sum), 0)
  const told: [PartKind, number][] = [
    ['running', sums.running - over],
    ['over', over],
    ['paused', sums.paused],
    ['shut', sums.shut],
  ]
  return told
    .filter(([, seconds]) => seconds >= 1)
    .map(([kind, seconds]) => ({ kind, text: t(`sum.${kind}`, { length: times.worked(seconds) }) }))
}

function Sign({ kind }: { kind: Mark['kind'] }): ReactNode {
  if (kind === 'yellow' || kind === 'red') return <CardMark card={kind} />
  if (kind === 'due') return <Icon name="flag" size={12} />
  return <span className={style.now} aria-hidden />
}
