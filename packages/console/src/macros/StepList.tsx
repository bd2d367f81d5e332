import { Icon, IconButton } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { asks } from '../steps/asks.ts'
import { StepLine } from '../steps/StepLine.tsx'
import { missingIn, type Step } from '../steps/step.ts'
import { useChoices } from '../steps/useChoices.ts'
import { useDeedText } from '../steps/useDeedText.ts'
import style from './Macros.module.css'
import { useMacroWords } from './words/index.ts'

interface Props {
  steps: readonly Step[]
  onChange: (steps: Step[]) => void
  /** What the server says about something inside, by its path: `1.input.body`. */
  problemAt: (path: string) => string | undefined
  tried: boolean
}

const verbs = Object.keys(asks)
/** A new one is what most want next: a note among ourselves. */
const begun: Step = { verb: 'ticket.note', input: {} }

/** What a macro does, in its order: sentences, one of them open to be changed. */
export function StepList({ steps, onChange, problemAt, tried }: Props): ReactNode {
  const { t } = useMacroWords()
  const choices = useChoices()
  const deedText = useDeedText(choices)
  const add = useRef<HTMLButtonElement>(null)
  // Steps have no identity of their own, and change their places; each has a key for as long as it is shown.
  const [keys, setKeys] = useState(() => steps.map((_, at) => at))
  const [open, setOpen] = useState<number | undefined>(steps.length === 1 ? 0 : undefined)
  const [newest, setNewest] = useState<number>()
  const isWrong = (step: Step, at: number) =>
    problemAt(String(at)) !== undefined || (tried && missingIn(step).length > 0)
  const firstWrong = keys[steps.findIndex(isWrong)]
  // What is wrong stays open while it is mended, when it is no longer marked.
  useEffect(() => {
    if (firstWrong !== undefined) setOpen(firstWrong)
  }, [firstWrong])

  const append = () => {
    const key = Math.max(-1, ...keys) + 1
    setKeys([...keys, key])
    setOpen(key)
    setNewest(key)
    onChange([...steps, begun])
  }
  const remove = (gone: number) => {
    onChange(steps.filter((_, at) => at !== gone))
    setKeys(keys.filter((_, at) => at !== gone))
    add.current?.focus()
  }
  const move = (at: number, by: 1 | -1) => {
    onChange(swapped(steps, at, at + by))
    setKeys(swapped(keys, at, at + by))
  }
  return (
    <div className={style.steps}>
      <ol className={style.list}>
        {steps.map((step, at) => {
          const key = keys[at] ?? at
          const isOpen = open === key || isWrong(step, at)
          return (
            <StepLine
              key={key}
              step={step}
              text={`${at + 1}. ${deedText(step)}`}
              verbs={verbs}
              choices={choices}
              isOpen={isOpen}
              isNew={newest === key}
              onToggle={() => setOpen(isOpen ? undefined : key)}
              onChange={next => onChange(steps.map((old, index) => (index === at ? next : old)))}
              problemAt={path => problemAt(path ? `${at}.${path}` : String(at))}
              tried={tried}
              tools={
                <>
                  {at > 0 && <IconButton icon="up" size={14} label={t('moveUp')} onClick={() => move(at, -1)} />}
                  {at < steps.length - 1 && (
                    <IconButton icon="down" size={14} label={t('moveDown')} onClick={() => move(at, 1)} />
                  )}
                  <IconButton icon="close" size={14} label={t('removeStep')} onClick={() => remove(at)} />
                </>
              }
            />
          )
        })}
      </ol>
      <Button ref={add} className={style.add ?? ''} size="small" icon={<Icon name="plus" size={14} />} onClick={append}>
        {t('addStep')}
      </Button>
    </div>
  )
}

function swapped<T>(list: readonly T[], one: number, other: number): T[] {
  const next = [...list]
  ;[next[one], next[other]] = [list[other] as T, list[one] as T]
  return next
}
