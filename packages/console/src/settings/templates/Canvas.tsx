import type { FieldOwner, FormItem } from '@baton/contract'
import { Chip, Icon, IconButton } from '@baton/ui'
import { useDroppable } from '@dnd-kit/core'
import { rectSortingStrategy, SortableContext, useSortable } from '@dnd-kit/sortable'
import type { KeyboardEvent, ReactNode } from 'react'
import { useFormWords } from '../../forms/words/index.ts'
import { useWords } from '../words/index.ts'
import style from './Designer.module.css'
import type { DesignItem } from './draft.ts'
import { useItemFace } from './useItemFace.ts'

interface Props {
  of: FieldOwner
  items: readonly DesignItem[]
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
  onMove: (id: string, by: number) => void
  onRemove: (id: string) => void
  /** What is wrong with the item at a place. */
  wrongAt: (at: number) => string | undefined
}

/** The form itself: each item is pressed to choose it, dragged or moved by Alt and an arrow, taken away by Delete. */
export function Canvas({ of, items, chosen, onChoose, onMove, onRemove, wrongAt }: Props): ReactNode {
  const { t } = useWords()
  const { setNodeRef, isOver } = useDroppable({ id: 'canvas' })
  return (
    <SortableContext items={items.map(({ id }) => id)} strategy={rectSortingStrategy}>
      <ul ref={setNodeRef} className={style.canvas} data-over={isOver || undefined} aria-label={t('templates.canvas')}>
        {items.length === 0 && <li className={style.emptyCanvas}>{t('templates.emptyForm')}</li>}
        {items.map(({ id, item }, at) => (
          <Item
            key={id}
            of={of}
            id={id}
            item={item}
            chosen={chosen === id}
            wrong={wrongAt(at)}
            onChoose={() => onChoose(chosen === id ? undefined : id)}
            onMove={by => onMove(id, by)}
            onRemove={() => onRemove(id)}
          />
        ))}
      </ul>
    </SortableContext>
  )
}

interface ItemProps {
  of: FieldOwner
  id: string
  item: FormItem
  chosen: boolean
  wrong: string | undefined
  onChoose: () => void
  onMove: (by: number) => void
  onRemove: () => void
}

function Item({ of, id, item, chosen, wrong, onChoose, onMove, onRemove }: ItemProps): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { name, icon, gone } = useItemFace(of)(item)
  const { listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id })
  const press = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key]
    if (event.altKey && by) {
      event.preventDefault()
      onMove(by)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      onRemove()
    }
  }
  const isField = 'field' in item
  return (
    <li
      ref={setNodeRef}
      className={style.item}
      data-is={isField ? 'field' : 'section'}
      data-width={isField ? item.width : 'full'}
      data-chosen={chosen || undefined}
      data-wrong={wrong || gone ? '' : undefined}
      data-dragging={isDragging || undefined}
      style={{
        transform: transform ? `translate(${Math.round(transform.x)}px, ${Math.round(transform.y)}px)` : undefined,
        transition,
      }}
    >
      <button
        type="button"
        className={style.itemFace}
        aria-pressed={chosen}
        data-hint={t('templates.itemKeys')}
        onClick={onChoose}
        onKeyDown={press}
        onPointerDown={event => listeners?.onPointerDown?.(event)}
      >
        <Icon name={icon} size={14} className={style.itemIcon} />
        <span className={style.itemName}>
          {name}
          {isField && item.required !== 'no' && <span className={style.star}> *</span>}
        </span>
        <span className={style.itemMarks}>
          {gone && <Chip tone="red">{t('templates.gone')}</Chip>}
          {isField && item.required === 'solve' && <Chip tone="orange">{t('templates.beforeSolving')}</Chip>}
          {(item.visibleWhen || (isField && item.requiredWhen)) && (
            <Chip tone="blue">{t('templates.conditional')}</Chip>
          )}
          {isField && item.onPortal && <Chip tone="accent">{t('templates.portalMark')}</Chip>}
        </span>
      </button>
      <IconButton icon="close" size={12} label={f('remove', { name })} onClick={onRemove} />
      {wrong && (
        <p className={style.problem} role="alert">
          {wrong}
        </p>
      )}
    </li>
  )
}
