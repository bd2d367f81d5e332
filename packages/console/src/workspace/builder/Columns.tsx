import { Combobox, Field, Icon, IconButton } from '@baton/ui'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useFormWords } from '../../forms/words/index.ts'
import { useViewFieldNames } from '../useViewFieldNames.ts'
import { useViewWords } from '../words/index.ts'
import { moved } from './draft.ts'
import style from './ViewBuilder.module.css'

export interface Named {
  value: string
  label: string
}

interface Props {
  chosen: readonly string[]
  offered: readonly Named[]
  error: string | undefined
  hint: string | undefined
  onChange: (columns: string[]) => void
}

const most = 30

/** The columns in their order: found by typing, moved by the hand, by buttons, or by Alt and the arrows. */
export function Columns({ chosen, offered, error, hint, onChange }: Props): ReactNode {
  const { t } = useViewWords()
  const { t: f } = useFormWords()
  const nameOf = useViewFieldNames()
  const [dragged, drag] = useState<number>()
  const [over, setOver] = useState<number>()
  const list = useRef<HTMLUListElement>(null)
  const rest = offered.filter(({ value }) => !chosen.includes(value))
  const move = (from: number, to: number) => {
    if (to < 0 || to >= chosen.length) return
    onChange(moved(chosen, from, to))
    // The same column stays under the fingers.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-grip]')[to]?.focus())
  }
  const press = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(at, event.key === 'ArrowUp' ? at - 1 : at + 1)
  }
  const drop = (to: number) => {
    if (dragged !== undefined) onChange(moved(chosen, dragged, to))
    drag(undefined)
    setOver(undefined)
  }
  return (
    <Field label={t('build.columns')} error={error} hint={hint}>
      {tie => (
        <div>
          {chosen.length > 0 && (
            <ul ref={list} className={style.columns}>
              {chosen.map((id, at) => {
                const name = nameOf(id)
                return (
                  <li
                    key={id}
                    className={style.column}
                    data-over={(over === at && dragged !== undefined && dragged !== at) || undefined}
                    onDragOver={event => {
                      if (dragged === undefined) return
                      event.preventDefault()
                      setOver(at)
                    }}
                    onDrop={() => drop(at)}
                  >
                    <button
                      type="button"
                      data-grip
                      className={style.grip}
                      draggable
                      aria-label={t('build.column', { name, at: at + 1, of: chosen.length })}
                      onDragStart={() => drag(at)}
                      onDragEnd={() => drag(undefined)}
                      onKeyDown={event => press(event, at)}
                    >
                      <Icon name="all" size={14} />
                      <span className={style.columnName}>{name}</span>
                    </button>
                    <IconButton
                      icon="up"
                      size={14}
                      label={t('build.earlier', { name })}
                      disabled={at === 0}
                      onClick={() => move(at, at - 1)}
                    />
                    <IconButton
                      icon="down"
                      size={14}
                      label={t('build.later', { name })}
                      disabled={at === chosen.length - 1}
                      onClick={() => move(at, at + 1)}
                    />
                    <IconButton
                      icon="close"
                      size={14}
                      label={f('remove', { name })}
                      onClick={() => onChange(chosen.filter(other => other !== id))}
                    />
                  </li>
                )
              })}
            </ul>
          )}
          {chosen.length < most && (
            <Combobox
              tie={tie}
              options={rest}
              value={null}
              onChange={id => id && onChange([...chosen, id])}
              placeholder={t('build.addColumn')}
              emptyText={f('noMatch')}
            />
          )}
        </div>
      )}
    </Field>
  )
}
