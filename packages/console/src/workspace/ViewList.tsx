import { IconButton, Skeleton } from '@baton/ui'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useLook } from '../frame/look.tsx'
import { useSettled } from '../tickets/new/settled.ts'
import { useWords } from '../words/Speaking.tsx'
import { useBuilder } from './builder/host.tsx'
import { useViewDeeds } from './useViewDeeds.ts'
import { ViewLine } from './ViewLine.tsx'
import style from './ViewList.module.css'
import { mostCounted, placeAt, type Section, sections, useCounts, type ViewRecord } from './views.ts'

interface Props {
  views: readonly ViewRecord[] | undefined
  current: ViewRecord | undefined
  /** Where the list lies over the page: it goes when one of them is chosen. */
  onChoose?: () => void
}

type Item = { key: string; section: Section; view?: undefined } | { key: string; view: ViewRecord; at: number }

/** With more than so many one types to find one. */
const few = 15
const titleHeight = 36

/** The saved questions, in sections, each with how many tickets stand in it now. Of a thousand, those on the screen are drawn and counted. */
export function ViewList({ views, current, onChoose }: Props): ReactNode {
  const { t } = useWords()
  const { touch } = useLook()
  const begin = useBuilder()
  const add = () => {
    onChoose?.()
    begin({})
  }
  const { move } = useViewDeeds(views ?? none)
  const [text, setText] = useState('')
  const [dragged, drag] = useState<ViewRecord>()
  const scroller = useRef<HTMLDivElement>(null)
  const { shown, items } = useMemo(() => itemsOf(views ?? none, text), [views, text])
  const line = touch ? 40 : 32
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: at => (items[at]?.view ? line : titleHeight),
    getItemKey: at => items[at]?.key ?? at,
    overscan: 8,
  })
  const inSight = virtual.getVirtualItems()
  const places = inSight.flatMap(({ index }) => {
    const item = items[index]
    return item?.view ? item.at : []
  })
  const counts = useCounts(useInSight(shown, places[0] ?? 0, places.at(-1) ?? 0))
  return (
    <>
      <div className={style.head}>
        <span className={style.title}>{t('view.title')}</span>
        <IconButton icon="plus" label={t('view.add')} onClick={add} />
      </div>
      {views && views.length > few && (
        <div className={style.find}>
          <input
            type="search"
            className={style.field}
            placeholder={t('view.find')}
            aria-label={t('view.find')}
            maxLength={100}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </div>
      )}
      <div ref={scroller} className={style.scroller}>
        {!views && <Skeleton lines={['60%', '80%', '70%', '76%', '50%']} gap={20} />}
        {views && items.length === 0 && <p className={style.none}>{t('view.notFound')}</p>}
        <div className={style.all} style={{ height: virtual.getTotalSize() }}>
          {inSight.map(({ index, start, key }) => {
            const item = items[index]
            if (!item) return null
            const place = { transform: `translateY(${start}px)`, height: item.view ? line : titleHeight }
            return item.view ? (
              <ViewLine
                key={key}
                view={item.view}
                views={views ?? none}
                style={place}
                here={item.view === current}
                count={counts[item.view.id]}
                onChoose={onChoose}
                onDrag={drag}
                onDrop={dropOn(item.view)}
              />
            ) : (
              <h2 key={key} className={style.section} style={place}>
                {t(`view.section.${item.section}`)}
              </h2>
            )
          })}
        </div>
      </div>
    </>
  )

  /** What letting go on a view would do; undefined where the dragged one cannot go. */
  function dropOn(view: ViewRecord): (() => void) | undefined {
    const place = dragged && placeAt(views ?? none, dragged, view)
    if (!dragged || place === undefined) return undefined
    return () => {
      drag(undefined)
      move(dragged, place)
    }
  }
}

const none: readonly ViewRecord[] = []

function itemsOf(views: readonly ViewRecord[], text: string): { shown: ViewRecord[]; items: Item[] } {
  const wanted = text.trim().toLowerCase()
  const found = wanted ? views.filter(view => view.name.toLowerCase().includes(wanted)) : views
  const shown = sections.flatMap(section => found.filter(view => view.section === section))
  const items = shown.flatMap((view, at): Item[] => {
    const isFirst = view.section !== shown[at - 1]?.section
    const own: Item = { key: view.id, view, at }
    return isFirst ? [{ key: view.section, section: view.section }, own] : [own]
  })
  return { shown, items }
}

/** The views on the screen, by whole batches: what has been counted once is not asked for anew with each turn of the wheel. */
function useInSight(shown: readonly ViewRecord[], first: number, last: number): readonly ViewRecord[] {
  const from = useSettled(Math.floor(first / mostCounted), rest)
  const to = useSettled(Math.floor(last / mostCounted), rest)
  return useMemo(() => shown.slice(from * mostCounted, (to + 1) * mostCounted), [shown, from, to])
}

/** Scrolling rests. Milliseconds. */
const rest = 120
