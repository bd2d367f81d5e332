import { Switch } from 'antd'
import { type ReactNode, useId } from 'react'
import style from './Toggle.module.css'

interface Props {
  on: boolean
  onChange: (on: boolean) => void
  children: ReactNode
}

/** A switch and the words beside it. */
export function Toggle({ on, onChange, children }: Props): ReactNode {
  const id = useId()
  return (
    <span className={style.toggle}>
      <Switch id={id} size="small" checked={on} onChange={onChange} />
      <label htmlFor={id}>{children}</label>
    </span>
  )
}
