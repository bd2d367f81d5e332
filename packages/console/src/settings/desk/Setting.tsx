import type { Tie } from '@baton/ui'
import { type ReactNode, useId } from 'react'
import type { Topic } from '../pages.ts'
import { useWords } from '../words/index.ts'
import style from './Desk.module.css'

interface Props {
  name: Topic
  /** What it means as it stands, in a sentence. */
  effect: ReactNode
  problem: string | undefined
  children: (tie: Tie) => ReactNode
}

/** One setting: its name, what it means as it stands, and its control. */
export function Setting({ name, effect, problem, children }: Props): ReactNode {
  const { t } = useWords()
  const id = useId()
  const tie: Tie = { id, 'aria-describedby': `${id}-words`, ...(problem && { 'aria-invalid': true as const }) }
  return (
    <div className={style.setting} id={name} data-small={switches.has(name) || undefined}>
      <div>
        <label htmlFor={id} className={style.name}>
          {t(`topic.${name}`)}
        </label>
        <div id={`${id}-words`} className={style.effect}>
          {effect}
        </div>
      </div>
      <div className={style.control}>{children(tie)}</div>
      {problem && (
        <p className={style.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** On a small screen a switch stands beside its name. */
const switches: ReadonlySet<Topic> = new Set(['acknowledge', 'formEnabled', 'followEnabled'])
