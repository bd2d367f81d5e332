import { Icon } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { step } from './Rows.tsx'
import style from './Tree.module.css'
import { type Branch, treeOf } from './tree.ts'

interface Props<T> {
  label: string
  items: readonly T[]
  /** What is shown and hidden by the arrow before a name. */
  toggleLabel: (item: T) => string
  row: (item: T) => ReactNode
  /** What appears at a row's end under the hand or the focus. */
  actions?: (item: T) => ReactNode
  open?: string | undefined
  isPale?: (item: T) => boolean
}

/** A tree of rows; a branch opens and closes by the arrow before it. */
export function Tree<T extends { id: string; parentId: string | null }>(props: Props<T>): ReactNode {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) =>
    setClosed(old => (old.has(id) ? new Set([...old].filter(other => other !== id)) : new Set([...old, id])))
  return (
    <ul className={style.tree} aria-label={props.label} onKeyDown={step}>
      {treeOf(props.items).map(branch => (
        <Grown key={branch.item.id} {...props} branch={branch} closed={closed} toggle={toggle} />
      ))}
    </ul>
  )
}

interface GrownProps<T> extends Props<T> {
  branch: Branch<T>
  closed: ReadonlySet<string>
  toggle: (id: string) => void
}

function Grown<T extends { id: string; parentId: string | null }>(props: GrownProps<T>): ReactNode {
  const { branch, closed, toggle, row, actions, open, isPale, toggleLabel } = props
  const { item, depth, children } = branch
  const isOpen = !closed.has(item.id)
  return (
    <li>
      <div
        className={[style.row, isPale?.(item) && style.pale].filter(Boolean).join(' ')}
        style={{ paddingLeft: 4 + depth * 24 }}
        data-open={open === item.id || undefined}
      >
        {children.length > 0 ? (
          <button
            type="button"
            className={style.toggle}
            aria-expanded={isOpen}
            aria-label={toggleLabel(item)}
            onClick={() => toggle(item.id)}
          >
            <Icon name={isOpen ? 'down' : 'right'} size={14} />
          </button>
        ) : (
          <span className={style.leaf} />
        )}
        {row(item)}
        {actions && <span className={style.actions}>{actions(item)}</span>}
      </div>
      {isOpen && children.length > 0 && (
        <ul>
          {children.map(child => (
            <Grown key={child.item.id} {...props} branch={child} />
          ))}
        </ul>
      )}
    </li>
  )
}
