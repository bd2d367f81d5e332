import { type FieldOwner, type FormItem, formParts } from '@baton/contract'
import { Icon } from '@baton/ui'
import { useDraggable } from '@dnd-kit/core'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useFields } from '../../fields/useFields.ts'
import { Search } from '../../lists/Search.tsx'
import { useMe } from '../../session/me.ts'
import { useWords } from '../words/index.ts'
import style from './Designer.module.css'
import { type DesignItem, freshItem } from './draft.ts'
import { useItemFace } from './useItemFace.ts'

interface Props {
  of: FieldOwner
  items: readonly DesignItem[]
  onAdd: (item: FormItem) => void
  onMake: () => void
}

/** What can still be put into the form: pressed it stands behind what is chosen, or it is dragged to its place. */
export function Palette({ of, items, onAdd, onMake }: Props): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const fields = useFields(of)
  const face = useItemFace(of)
  const [text, setText] = useState('')
  const used = new Set(items.flatMap(({ item }) => ('field' in item ? [item.field] : [])))
  const wanted = text.trim().toLowerCase()
  const fits = (item: FormItem) => face(item).name.toLowerCase().includes(wanted)
  const parts =
    of === 'ticket'
      ? formParts
          .filter(part => !used.has(part))
          .map(freshItem)
          .filter(fits)
      : []
  const own = fields
    .filter(({ key, archived }) => !archived && !used.has(`fields.${key}`))
    .map(({ key }) => freshItem(`fields.${key}`))
    .filter(fits)
  return (
    <section className={style.palette} aria-label={t('templates.palette')}>
      <Search value={text} onChange={setText} label={t('templates.find')} />
      <Piece
        item={{ section: t('templates.section') }}
        id="new:section"
        icon="all"
        name={t('templates.addSection')}
        onAdd={onAdd}
      />
      {parts.length > 0 && <h4 className={style.paletteTitle}>{t('templates.parts')}</h4>}
      {parts.map(item => (
        <Piece key={item.field} item={item} id={`new:${item.field}`} {...face(item)} onAdd={onAdd} />
      ))}
      <h4 className={style.paletteTitle}>{t('templates.own')}</h4>
      {own.map(item => (
        <Piece key={item.field} item={item} id={`new:${item.field}`} {...face(item)} onAdd={onAdd} />
      ))}
      {own.length === 0 && <p className={style.note}>{t(wanted ? 'templates.noneFound' : 'templates.allUsed')}</p>}
      {me.may('field.create') && (
        <Button icon={<Icon name="plus" size={14} />} onClick={onMake}>
          {t('fields.add')}
        </Button>
      )}
    </section>
  )
}

interface PieceProps {
  id: string
  item: FormItem
  icon: Parameters<typeof Icon>[0]['name']
  name: string
  onAdd: (item: FormItem) => void
}

function Piece({ id, item, icon, name, onAdd }: PieceProps): ReactNode {
  const { t } = useWords()
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, data: { item } })
  return (
    <button
      ref={setNodeRef}
      type="button"
      className={style.piece}
      data-dragging={isDragging || undefined}
      aria-label={t('templates.addNamed', { name })}
      onPointerDown={event => listeners?.onPointerDown?.(event)}
      onClick={() => onAdd(item)}
    >
      <Icon name={icon} size={14} />
      <span className="cut">{name}</span>
      <Icon name="plus" size={12} className={style.plus} />
    </button>
  )
}
