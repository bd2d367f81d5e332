import { type CSSProperties, type DragEvent, type ReactNode, useState } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { TicketsLink } from './TicketsLink.tsx'
import style from './ViewLine.module.css'
import { ViewMenu } from './ViewMenu.tsx'
import { addressOf, countText, type ViewRecord } from './views.ts'

interface Props {
  view: ViewRecord
  views: readonly ViewRecord[]
  style: CSSProperties
  here: boolean
  count: number | undefined
  onChoose: (() => void) | undefined
  /** Begins to drag it, or lets go. */
  onDrag: (view: ViewRecord | undefined) => void
  /** Puts what is dragged here. */
  onDrop: (() => void) | undefined
}

/** One view in the pane: its name, how many tickets, and what can be done with it. */
export function ViewLine({ view, views, style: place, here, count, onChoose, onDrag, onDrop }: Props): ReactNode {
  const { t } = useWords()
  const [over, setOver] = useState(false)
  const canChange = view.allowed.includes('view.update')
  const published = view.audience !== 'me' && view.owner && t('view.publishedBy', { name: view.owner.name })
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!onDrop) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      onDrop?.()
    },
  }
  return (
    <div className={style.place} style={place} data-over={(over && onDrop !== undefined) || undefined} {...drop}>
      <TicketsLink
        view={addressOf(view)}
        className={[style.view, here && style.here].filter(Boolean).join(' ')}
        {...(here && { 'aria-current': 'page' as const })}
        {...(published && { 'data-hint': published })}
        {...(canChange && { draggable: true })}
        onDragStart={() => canChange && onDrag(view)}
        onDragEnd={() => onDrag(undefined)}
        onChosen={onChoose}
      >
        <span className={style.name}>{view.name}</span>
        <span className={style.count}>{countText(count)}</span>
      </TicketsLink>
      {canChange && (
        <ViewMenu
          view={view}
          views={views}
          label={t('view.menuOf', { name: view.name })}
          className={style.menu}
          onBegin={onChoose}
        />
      )}
    </div>
  )
}
