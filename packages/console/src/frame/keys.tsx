import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { useLook } from './look.tsx'

/** What keys do here: `j`, `mod+k`, `g t` (one after the other). */
export type Keys = Record<string, (event: KeyboardEvent) => void>

interface Layer {
  keys: () => Keys
  /** An open sheet or palette: nothing beneath it hears a key. */
  covers: boolean
}

const Layers = createContext<Layer[]>([])

/** Listens once for the whole app; the layer that came last is asked first. */
export function KeyHost({ children }: { children: ReactNode }): ReactNode {
  const layers = useRef<Layer[]>([])
  const single = useLook().keys
  useEffect(() => {
    let prefix = ''
    let forget: ReturnType<typeof setTimeout> | undefined
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      const name = nameOf(event)
      const plain = !name.startsWith('mod+')
      if (plain && (!single || isTyping(event.target))) return
      if (name === 'escape' && menuIsOpen()) return
      const found = find(layers.current, prefix ? `${prefix} ${name}` : name)
      clearTimeout(forget)
      if (found) {
        prefix = ''
        event.preventDefault()
        found(event)
        return
      }
      prefix = plain && name === 'g' && !prefix ? 'g' : ''
      forget = setTimeout(() => {
        prefix = ''
      }, 900)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [single])
  return <Layers value={layers.current}>{children}</Layers>
}

/** Binds keys while the component stands; `covers` keeps them from everything beneath. */
export function useKeys(keys: Keys, { covers = false, when = true }: { covers?: boolean; when?: boolean } = {}): void {
  const layers = useContext(Layers)
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (!when) return
    const layer: Layer = { keys: () => latest.current, covers }
    layers.push(layer)
    return () => void layers.splice(layers.indexOf(layer), 1)
  }, [layers, covers, when])
}

/** Stands where a sheet is being fetched: who types on writes words, and does no verbs with them. */
export function KeysHeld(): ReactNode {
  useKeys({}, { covers: true })
  return null
}

function find(layers: readonly Layer[], name: string): Keys[string] | undefined {
  for (const layer of layers.toReversed()) {
    const found = layer.keys()[name]
    if (found) return found
    if (layer.covers) return undefined
  }
  return undefined
}

/** An open menu takes Escape for itself; what lies beneath stays. */
const menuIsOpen = (): boolean => document.querySelector('.ant-dropdown:not(.ant-dropdown-hidden)') !== null

function nameOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase()
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type)
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)
}
