import type { ReactNode } from 'react'
import { Brand } from '../frame/Brand.tsx'
import style from './door.module.css'

/** The mark alone, while it is found out who comes. */
export function Splash({ children }: { children?: ReactNode }): ReactNode {
  return (
    <div className={style.splash}>
      <Brand size={40} />
      {children}
    </div>
  )
}
