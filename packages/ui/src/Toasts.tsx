import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import style from './Toasts.module.css'

export interface Toast {
  /** What changed. */
  title: ReactNode
  /** Who has it now, when it is due. */
  detail?: ReactNode
  /** It goes on: the toast stays until then, and its time after that. It draws its own sign. */
  until?: Promise<unknown>
  tone?: 'done' | 'wrong'
  action?: { label: string; run: () => void }
}

type Say = (toast: Toast) => void
const Saying = createContext<Say>(() => undefined)

/** Says what just happened. */
export const useSay = (): Say => useContext(Saying)

/** The place where results are told; at most three, each for six seconds, what goes on until it is over, errors until they are closed. */
export function Toasts({ closeLabel, children }: { closeLabel: string; children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<(Toast & { id: number })[]>([])
  const next = useRef(0)
  const drop = useCallback((id: number) => setShown(list => list.filter(toast => toast.id !== id)), [])
  const say = useCallback<Say>(
    toast => {
      const id = next.current++
      setShown(list => [...list.slice(-2), { ...toast, id }])
      if (toast.tone === 'wrong') return
      const dropSoon = () => void setTimeout(() => drop(id), 6000)
      Promise.resolve(toast.until).then(dropSoon, dropSoon)
    },
    [drop],
  )
  return (
    <Saying value={useMemo(() => say, [say])}>
      {children}
      <div className={style.place} role="status" aria-live="polite">
        {shown.map(toast => (
          <div key={toast.id} className={style.toast}>
            {!isLasting(toast) && (
              <Icon name={toast.tone === 'wrong' ? 'warning' : 'done'} className={style[toast.tone ?? 'done']} />
            )}
            <div className={style.words}>
              <div>{toast.title}</div>
              {toast.detail && <div className={style.detail}>{toast.detail}</div>}
            </div>
            {toast.action && (
              <button
                type="button"
                className={style.action}
                onClick={() => {
                  toast.action?.run()
                  drop(toast.id)
                }}
              >
                {toast.action.label}
              </button>
            )}
            <IconButton icon="close" size={14} label={closeLabel} onClick={() => drop(toast.id)} />
          </div>
        ))}
      </div>
    </Saying>
  )
}

const isLasting = (toast: Toast): boolean => toast.until !== undefined
