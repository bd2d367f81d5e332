import type { FigureName, Records, Status } from '@baton/contract'
import { Chip, Empty, Icon, More } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import { Asked } from '../lists/Asked.tsx'
import { usePages } from '../session/ask.ts'
import { TicketChip } from '../tickets/TicketChip.tsx'
import { useTimes } from '../words/times.ts'
import { useAsked } from './asked.tsx'
import { Export } from './Export.tsx'
import style from './Figures.module.css'
import { Filters } from './Filters.tsx'
import { useValues } from './values.ts'
import { useWords } from './words/index.ts'

type FactRecord = Records['fact']

/** What a number counted: as many as it said, as they were then. */
export function Opened({ figure }: { figure: FigureName }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { search, days, input } = useAsked()
  const query = usePages('figures.facts', { ...input, figure, limit: 50 })
  return (
    <div className={style.page}>
      <div className={style.inner}>
        <header className={style.head}>
          <Link to="/figures/{-$figure}" params={{ figure: undefined }} search={search} className={style.back}>
            <Icon name="left" size={14} />
            {t('opened.back')}
          </Link>
          <div className={style.line}>
            <h1 className={style.title}>{t(`figure.${figure}`)}</h1>
            <Export figure={figure} />
          </div>
          <p className={style.under}>
            {figure === 'backlog'
              ? t('opened.until', { to: days.to })
              : days.from === days.to
                ? days.from
                : t('opened.count', { ...days })}
          </p>
          <div className={style.controls}>
            <Filters />
          </div>
        </header>
        <Asked query={query} rows={8}>
          {({ pages }) => {
            const facts = pages.flatMap(page => page.items)
            if (facts.length === 0) return <Empty icon="chart" title={t('opened.none')} hint={t('opened.noneHint')} />
            return (
              <>
                <ol className={style.facts} aria-label={t('opened.list')}>
                  {facts.map(fact => (
                    <li key={fact.id} className={style.fact}>
                      <Fact fact={fact} />
                    </li>
                  ))}
                </ol>
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
      </div>
    </div>
  )
}

function Fact({ fact }: { fact: FactRecord }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const { ticket, kind, at, day, department, assignee, category } = fact
  return (
    <>
      <time className={style.when} dateTime={at}>
        {kind === 'backlog' ? t('opened.since', { day }) : times.full(at)}
      </time>
      <span className={style.what}>
        <span>{t(`fact.${kind as 'created'}`)}</span>
        <Said fact={fact} />
      </span>
      <span className={style.which}>
        {ticket ? (
          <TicketChip
            ticket={{
              number: ticket.number,
              subject: ticket.subject ?? '',
              ...(ticket.status && { status: ticket.status as Status }),
            }}
          />
        ) : (
          <span className={style.unknown}>{t('opened.unseen')}</span>
        )}
      </span>
      <span className={style.where}>
        {[department ?? t('figureNone.department'), assignee ?? t('figureNone.person'), category]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}

/** How long it took, how it was rated, how it came about, who had promised it. */
function Said({ fact: { seconds, score, word, policy } }: { fact: FactRecord }): ReactNode {
  const { t } = useWords()
  const { text } = useValues()
  return (
    <>
      {seconds !== null && <strong>{text(seconds, 'seconds')}</strong>}
      {score !== null && <strong>{t('stars', { n: score })}</strong>}
      {word && <Chip>{t(`factWord.${word as 'manual'}`)}</Chip>}
      {policy && <span className={style.policy}>{policy}</span>}
    </>
  )
}
