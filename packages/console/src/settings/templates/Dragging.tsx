import type { FormItem } from '@baton/contract'
import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type ReactNode, useState } from 'react'
import { useFields } from '../../fields/useFields.ts'
import type { TemplateRecord } from '../../fields/useTemplates.ts'
import type { Form } from '../../forms/useForm.ts'
import { useAnnouncements } from '../../lists/useAnnouncements.ts'
import style from './Designer.module.css'
import { moved, type TemplateDraft, withItem } from './draft.ts'
import { useItemFace } from './useItemFace.ts'

interface DraggingProps {
  of: TemplateRecord['of']
  form: Form<TemplateDraft>
  onAdded: (id: string | undefined) => void
  children: ReactNode
}

/** From the palette to a place in the form, and from place to place in it. */
export function Dragging({ of, form, onAdded, children }: DraggingProps): ReactNode {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  const face = useItemFace(of)
  const fields = useFields(of)
  const [held, hold] = useState<FormItem>()
  const { items } = form.values
  const place = (id: unknown) => items.findIndex(item => item.id === id)
  const itemOf = (id: unknown): FormItem | undefined => items[place(id)]?.item
  const accessibility = useAnnouncements(id => {
    const item = itemOf(id)
    return item ? face(item).name : (fields.find(({ key }) => `new:fields.${key}` === id)?.name ?? '')
  }, place)
  const end = ({ active, over }: DragEndEvent) => {
    hold(undefined)
    if (!over) return
    const fresh = active.data.current?.item as FormItem | undefined
    const to = place(over.id)
    if (!fresh) return form.set('items', moved(items, String(active.id), to < 0 ? items.length - 1 : to))
    const next = withItem(items, fresh, to < 0 ? items.length : to)
    form.set('items', next)
    onAdded(next.find(one => !items.includes(one))?.id)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={nearest}
      accessibility={accessibility}
      onDragStart={({ active }) => hold((active.data.current?.item as FormItem | undefined) ?? itemOf(active.id))}
      onDragCancel={() => hold(undefined)}
      onDragEnd={end}
    >
      {children}
      <DragOverlay dropAnimation={null}>{held && <span className={style.held}>{face(held).name}</span>}</DragOverlay>
    </DndContext>
  )
}

/** What lies under the pointer; of the canvas and what is on it, what is on it. Outside of it nothing. */
const nearest: CollisionDetection = args => {
  const under = pointerWithin(args)
  if (!under.some(({ id }) => id === 'canvas') && under.length === 0) return []
  const onIt = under.filter(({ id }) => id !== 'canvas')
  if (onIt.length > 0) return onIt
  const near = closestCenter({
    ...args,
    droppableContainers: args.droppableContainers.filter(({ id }) => id !== 'canvas'),
  })
  const below = args.pointerCoordinates
  const last = near[0]?.data?.droppableContainer?.rect.current
  return below && last && below.y > last.bottom ? under : near.slice(0, 1)
}
