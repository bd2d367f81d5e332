import type { Presence } from '@baton/contract'
import { Avatar } from '@baton/ui'
import type { ReactNode } from 'react'
import style from './PersonChip.module.css'
import { presenceColour } from './presence.ts'

interface Props {
  name: string
  /** Whose initial it is, when the name is not shown as such. */
  initial?: string
  presence?: Presence | undefined
  /** What stands under the name: an employee number, a department. */
  also?: ReactNode
  size?: number
}

/** A person, the same everywhere: round initial, name, presence. */
export function PersonChip({ name, initial = name, presence, also, size = 20 }: Props): ReactNode {
  return (
    <span className={style.chip}>
      <Avatar name={initial} size={size} dot={presence && presenceColour[presence]} />
      <span className={style.name}>{name}</span>
      {also && <span className={style.also}>{also}</span>}
    </span>
  )
}
