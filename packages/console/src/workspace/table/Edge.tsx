import { type PointerEvent, type ReactNode, useState } from 'react'
import { useViewWords } from '../words/index.ts'
import style from './Table.module.css'
import { leastWidth, mostWidth } from './widths.ts'

interface Props {
  /** The column's. */
  name: string
  /** Pixels, as it was given or is by nature. */
  width: number
  /** Whether one comes to it by Tab. */
  isStop: boolean
  /** With undefined it is as wide as by nature. */
  onSize: (width: number | undefined) => void
}

/** The edge of a column: dragged it makes the column wider or narrower, pressed twice as wide as it was. */
export function Edge({ name, width, isStop, onSize }: Props): ReactNode {
  const { t } = useViewWords()
  const [held, hold] = useState<{ x: number; width: number }>()
  const take = (event: PointerEvent<HTMLElement>) => {
    const head = event.currentTarget.parentElement
    if (event.button !== 0 || !head) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    hold({ x: event.clientX, width: head.getBoundingClientRect().width })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line between two columns that can be moved is no break between paragraphs
    <span
      role="separator"
      tabIndex={isStop ? 0 : -1}
      aria-orientation="vertical"
      aria-label={t('table.size', { name })}
      aria-valuenow={width}
      aria-valuemin={leastWidth}
      aria-valuemax={mostWidth}
      className={style.edge}
      data-hint={t('table.sizeHint')}
      data-held={held && ''}
      onPointerDown={take}
      onPointerMove={event => held && event.clientX !== held.x && onSize(held.width + event.clientX - held.x)}
      onPointerUp={() => hold(undefined)}
      onPointerCancel={() => hold(undefined)}
      onDoubleClick={() => onSize(undefined)}
    />
  )
}
