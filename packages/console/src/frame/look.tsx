import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { type Locale, speak } from '../words/index.ts'

export type Mode = 'system' | 'light' | 'dark'
export type Density = 'roomy' | 'dense'

/** What each person likes, kept in this browser. */
interface Liked {
  mode: Mode
  density: Density
  locale: Locale
  /** Single-key shortcuts can be switched off, for those who dictate (WCAG 2.1.4). */
  keys: boolean
  side: boolean
}

interface Look extends Liked {
  dark: boolean
  /** Whether it is used with fingers. */
  touch: boolean
  like: (change: Partial<Liked>) => void
}

const Looking = createContext<Look | undefined>(undefined)

export function useLook(): Look {
  const look = useContext(Looking)
  if (!look) throw new Error('useLook stands outside Looks')
  return look
}

const place = 'baton.look'

/** The browser's kept wishes; a broken or absent store is the same as none. */
export function liked(): Liked {
  const locale: Locale = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
  const usual: Liked = { mode: 'system', density: 'roomy', locale, keys: true, side: true }
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Liked>) }
  } catch {
    return usual
  }
}

export function Looks({ children }: { children: ReactNode }): ReactNode {
  const [now, set] = useState(liked)
  const systemDark = useMatches('(prefers-color-scheme: dark)')
  const touch = useMatches('(pointer: coarse)')
  const dark = now.mode === 'system' ? systemDark : now.mode === 'dark'

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }, [dark])
  useEffect(() => {
    void speak(now.locale) // a language that cannot be fetched leaves the present one
    try {
      localStorage.setItem(place, JSON.stringify(now))
    } catch {
      // A browser without storage forgets, and works.
    }
  }, [now])

  const look = useMemo(
    () => ({ ...now, dark, touch, like: (change: Partial<Liked>) => set(old => ({ ...old, ...change })) }),
    [now, dark, touch],
  )
  return <Looking value={look}>{children}</Looking>
}

/** Whether the window is as a media query says, now and whenever it changes. */
export function useMatches(query: string): boolean {
  const watch = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(watch, () => matchMedia(query).matches)
}
