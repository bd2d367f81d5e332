import { Icon } from '@baton/ui'
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import type { KeyboardEvent, ReactNode } from 'react'
import { useFormWords } from '../forms/words/index.ts'
import style from './Sortable.module.css'
import { useAnnouncements } from './useAnnouncements.ts'

interface Props<T> {
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  nameOf: (item: T) => string
  /** To the place that another has now, counted from 0. Absent where the order may not be changed. */
  onMove: ((item: T, to: number) => void) | undefined
  row: (item: T, at: number) => ReactNode
  isPale?: (item: T) => boolean
}

/** A list in an order of one's own: dragged by the handle; by keyboard Alt and an arrow, or Space, arrows, Space. */
export function Sortable<T>({ label, items, keyOf, nameOf, onMove, row, isPale }: Props<T>): ReactNode {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const at = (key: unknown) => items.findIndex(item => keyOf(item) === key)
  const name = (key: unknown) => {
    const item = items[at(key)]
    return item ? nameOf(item) : ''
  }
  const accessibility = useAnnouncements(name, at)
  const end = ({ active, over }: DragEndEvent) => {
    const [from, to] = [at(active.id), over ? at(over.id) : -1]
    const item = items[from]
    if (item && to >= 0 && to !== from) onMove?.(item, to)
  }
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={end} accessibility={accessibility}>
      <SortableContext items={items.map(keyOf)} strategy={verticalListSortingStrategy}>
        <ul className={style.list} aria-label={label}>
          {items.map((item, index) => (
            <Line
              key={keyOf(item)}
              id={keyOf(item)}
              name={nameOf(item)}
              pale={isPale?.(item) ?? false}
              {...(onMove && {
                step: (by: number) => index + by >= 0 && index + by < items.length && onMove(item, index + by),
              })}
            >
              {row(item, index)}
            </Line>
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  )
}

interface LineProps {
  id: string
  name: string
  pale: boolean
  step?: (by: number) => void
  children: ReactNode
}

function Line({ id, name, pale, step, children }: LineProps): ReactNode {
  const { t } = useFormWords()
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
    disabled: !step,
  })
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0) return listeners?.onKeyDown?.(event)
    event.preventDefault()
    step?.(by)
  }
  return (
    <li
      ref={setNodeRef}
      className={style.line}
      data-dragging={isDragging || undefined}
      data-pale={pale || undefined}
      style={{ transform: transform ? `translateY(${Math.round(transform.y)}px)` : undefined, transition }}
    >
      {step && (
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={style.handle}
          data-hint={t('move', { name })}
          {...attributes}
          {...listeners}
          aria-label={t('move', { name })}
          onKeyDown={press}
        >
          <Icon name="grip" size={14} />
        </button>
      )}
      {children}
    </li>
  )
}
