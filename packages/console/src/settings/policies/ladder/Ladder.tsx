import type { Rung, SlaTarget } from '@baton/contract'
import { Icon } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { missingIn } from '../../../steps/step.ts'
import { useChoices } from '../../../steps/useChoices.ts'
import { useWords } from '../../words/index.ts'
import style from './Ladder.module.css'
import { RungLine } from './RungLine.tsx'
import { begun } from './rung.ts'
import { useRungText } from './useRungText.ts'

interface Props {
  target: SlaTarget
  ladder: readonly Rung[]
  onChange: (ladder: Rung[]) => void
  /** What the server says about something inside, by its path from the ladder: `1.input.to`. */
  problemAt: (path: string) => string | undefined
  /** Whether it was to be sent: what is missing is told from then on. */
  tried: boolean
}

/** What is done while nobody keeps a promise: sentences in the order of their times, one of them open to be changed. */
export function Ladder({ target, ladder, onChange, problemAt, tried }: Props): ReactNode {
  const { t } = useWords()
  const choices = useChoices()
  const textOf = useRungText(choices)
  const titleId = useId()
  const add = useRef<HTMLButtonElement>(null)
  // Rungs have no identity of their own, and change their places; each has a key for as long as it is shown.
  const [keys, setKeys] = useState(() => ladder.map((_, at) => at))
  const [open, setOpen] = useState<number>()
  const [newest, setNewest] = useState<number>()

  const isWrong = (rung: Rung, at: number) =>
    problemAt(String(at)) !== undefined || (tried && missingIn(rung).length > 0)
  const firstWrong = keys[ladder.findIndex(isWrong)]
  // What is wrong stays open while it is mended, when it is no longer marked.
  useEffect(() => {
    if (firstWrong !== undefined) setOpen(firstWrong)
  }, [firstWrong])

  /** They find their places when another is turned to: what is being written does not leap away. */
  const turnTo = (key: number | undefined, all = ladder.map((rung, at) => ({ rung, key: keys[at] ?? at }))) => {
    const sorted = all.toSorted((a, b) => a.rung.seconds - b.rung.seconds)
    if (sorted.some(({ rung }, at) => rung !== ladder[at])) onChange(sorted.map(({ rung }) => rung))
    setKeys(sorted.map(one => one.key))
    setOpen(key)
    setNewest(undefined)
  }
  const begin = () => {
    const key = Math.max(-1, ...keys) + 1
    turnTo(key, [...ladder.map((rung, at) => ({ rung, key: keys[at] ?? at })), { rung: begun, key }])
    setNewest(key)
  }
  const remove = (gone: number) => {
    onChange(ladder.filter((_, at) => at !== gone))
    setKeys(keys.filter((_, at) => at !== gone))
    add.current?.focus()
  }
  return (
    <section aria-labelledby={titleId} className={style.ladder}>
      <h4 id={titleId} className={style.title}>
        {t('policies.ladder.title')}
      </h4>
      {ladder.length === 0 && <p className={style.none}>{t('policies.ladder.none')}</p>}
      <ol>
        {ladder.map((rung, at) => {
          const key = keys[at] ?? at
          const isOpen = open === key || isWrong(rung, at)
          return (
            <RungLine
              key={key}
              rung={rung}
              target={target}
              text={textOf(rung)}
              choices={choices}
              isOpen={isOpen}
              isNew={newest === key}
              onToggle={() => turnTo(isOpen ? undefined : key)}
              onChange={next => onChange(ladder.map((old, index) => (index === at ? next : old)))}
              onRemove={() => remove(at)}
              problemAt={path => problemAt(path ? `${at}.${path}` : String(at))}
              tried={tried}
            />
          )
        })}
      </ol>
      <Button ref={add} className={style.add ?? ''} size="small" icon={<Icon name="plus" size={14} />} onClick={begin}>
        {t('policies.ladder.add')}
      </Button>
    </section>
  )
}
