import { type KeyboardEvent, type ReactNode, useId } from 'react'
import style from './Tabs.module.css'

export interface Tab<K extends string> {
  key: K
  label: ReactNode
  keys?: string
}

interface Props<K extends string> {
  label: string
  tabs: readonly Tab<K>[]
  current: K
  onChange: (key: K) => void
  /** What stands at the end of the line of tabs. */
  end?: ReactNode
  children: ReactNode
  className?: string | undefined
}

/** Tabs with their one open panel. */
export function Tabs<K extends string>({
  label,
  tabs,
  current,
  onChange,
  end,
  children,
  className,
}: Props<K>): ReactNode {
  const id = useId()
  const turn = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (!step) return
    event.preventDefault()
    const at = tabs.findIndex(tab => tab.key === current)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    onChange(next.key)
    document.getElementById(`${id}-${next.key}`)?.focus()
  }
  return (
    <div className={[style.tabs, className].join(' ')}>
      <div className={style.line}>
        <div role="tablist" aria-label={label} className={style.list}>
          {tabs.map(tab => (
            <button
              key={tab.key}
              id={`${id}-${tab.key}`}
              type="button"
              role="tab"
              aria-selected={tab.key === current}
              {...(tab.key === current && { 'aria-controls': `${id}-panel` })}
              tabIndex={tab.key === current ? 0 : -1}
              className={style.tab}
              onClick={() => onChange(tab.key)}
              onKeyDown={turn}
              {...(tab.keys && typeof tab.label === 'string' && { 'data-hint': tab.label, 'data-keys': tab.keys })}
            >
              {tab.label}
            </button>
          ))}
        </div>
        {end}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`} className={style.panel}>
        {children}
      </div>
    </div>
  )
}
