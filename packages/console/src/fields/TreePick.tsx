import { comboboxStyle, Icon, type Tie, useInSight } from '@baton/ui'
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import style from './TreePick.module.css'
import { foundIn, groveOf, pathText, type TreeNode } from './tree.ts'
import { useFieldWords } from './words/index.ts'

interface Props {
  tie?: Tie
  /** Where no label is tied to it. */
  label?: string
  /** Undefined while they are being fetched. */
  nodes: readonly TreeNode[] | undefined
  /** The keys from the root down; null for nothing. */
  value: readonly string[] | null
  onChange: (path: string[] | null) => void
  /** Whether one must go on to the end of a branch. */
  leafOnly: boolean
  placeholder: string
  disabled?: boolean | undefined
  /** Before it is shown for the first time. */
  onOpen?: () => void
}

type Line =
  | { key: string; is: 'up' | 'self'; path: TreeNode[] }
  | { key: string; is: 'branch' | 'end'; path: TreeNode[] }

/**
 * One of a tree: level by level, or found by typing. Up and down go along, right and Enter into a branch, left out of it.
 */
export function TreePick(props: Props): ReactNode {
  const { tie, label, nodes, value, onChange, leafOnly, placeholder, disabled = false, onOpen } = props
  const { t } = useFieldWords()
  const { t: shared } = useSharedWords()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState<string>()
  const [inside, setInside] = useState<string>()
  const [at, setAt] = useState(0)
  const grove = useMemo(() => groveOf(nodes ?? []), [nodes])
  const open = text !== undefined
  const list = useInSight(open)
  const lines = useMemo((): Line[] => {
    if (!open || !nodes) return []
    const line = (path: TreeNode[]): Line => {
      const last = path.at(-1)
      return { key: last?.key ?? '', is: last && grove.beneath(last.key).length > 0 ? 'branch' : 'end', path }
    }
    if (text.trim()) return foundIn(nodes, grove, text, leafOnly).map(path => ({ ...line(path), is: 'end' }))
    const above = inside === undefined ? [] : grove.pathTo(inside)
    return [
      ...(inside === undefined ? [] : [{ key: '<', is: 'up' as const, path: above }]),
      ...(inside === undefined || leafOnly ? [] : [{ key: '=', is: 'self' as const, path: above }]),
      ...grove.beneath(inside).map(node => line([...above, node])),
    ]
  }, [open, nodes, grove, text, inside, leafOnly])
  const active = lines[Math.min(at, lines.length - 1)]
  const shown = value && value.length > 0 ? pathText(grove.pathTo(value.at(-1) ?? '')) || value.join(' / ') : ''

  const show = () => {
    onOpen?.()
    setInside(value?.at(-2))
    setText('')
    setAt(0)
  }
  const enter = (key: string | undefined) => {
    setInside(key)
    setAt(key === undefined ? 0 : leafOnly ? 1 : 2)
    setText('')
  }
  const act = ({ is, path }: Line) => {
    if (is === 'up') return enter(path.at(-2)?.key)
    if (is === 'branch') return enter(path.at(-1)?.key)
    onChange(path.map(({ key }) => key))
    setText(undefined)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    const take = () => event.preventDefault()
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      take()
      if (!open) return show()
      const step = key === 'ArrowDown' ? 1 : -1
      setAt((Math.min(at, lines.length - 1) + step + lines.length) % Math.max(1, lines.length))
    } else if (key === 'ArrowRight' && open && text === '' && active?.is === 'branch') {
      take()
      act(active)
    } else if (key === 'ArrowLeft' && open && text === '' && inside !== undefined) {
      take()
      enter(grove.pathTo(inside).at(-2)?.key)
    } else if (key === 'Enter' && open && active && !event.ctrlKey && !event.metaKey) {
      take()
      act(active)
    } else if (key === 'Escape' && open) {
      event.stopPropagation()
      take()
      setText(undefined)
    } else if (key === 'Backspace' && !open && value) onChange(null)
  }
  return (
    <div className={comboboxStyle.box}>
      <input
        ref={input}
        {...tie}
        {...(label && { 'aria-label': label })}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(open && active && { 'aria-activedescendant': `${listId}-${active.key}` })}
        className={comboboxStyle.input}
        value={text ?? shown}
        placeholder={open && shown ? shown : placeholder}
        autoComplete="off"
        disabled={disabled}
        onClick={() => !open && show()}
        onChange={event => {
          if (!open) onOpen?.()
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
        onBlur={() => setText(undefined)}
      />
      {value && value.length > 0 && !open && !disabled ? (
        <button
          type="button"
          className={comboboxStyle.end}
          aria-label={shared('word.clear')}
          onClick={() => {
            onChange(null)
            input.current?.focus()
          }}
        >
          <Icon name="close" size={14} />
        </button>
      ) : (
        <span className={comboboxStyle.end}>
          <Icon name="down" size={14} />
        </span>
      )}
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label ?? placeholder}
        className={`${comboboxStyle.list} ${style.list}`}
        hidden={!open}
      >
        {open && lines.length === 0 && (
          <div className={comboboxStyle.empty}>{nodes ? shared('word.nothingFound') : '…'}</div>
        )}
        {lines.map((line, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input
          <div
            key={line.key}
            id={`${listId}-${line.key}`}
            role="option"
            aria-selected={line === active}
            className={`${comboboxStyle.option} ${style.option}`}
            data-is={line.is}
            ref={line === active ? element => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseMove={() => setAt(index)}
            onMouseDown={event => event.preventDefault()}
            onClick={() => act(line)}
          >
            {line.is === 'up' && <Icon name="left" size={14} />}
            <span className={style.name}>
              {line.is === 'self'
                ? t('tree.self', { name: line.path.at(-1)?.name })
                : line.is === 'up' || text?.trim()
                  ? pathText(line.path)
                  : line.path.at(-1)?.name}
            </span>
            {line.key === value?.at(-1) && <Icon name="check" size={14} className={style.mark} />}
            {line.is === 'branch' && <Icon name="right" size={14} className={style.mark} />}
          </div>
        ))}
      </div>
    </div>
  )
}
