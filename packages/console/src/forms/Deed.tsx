import { Wrong } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useProblemText } from '../session/problem-text.ts'
import style from './Deed.module.css'
import { useFormWords } from './words/index.ts'

interface Props {
  word: string
  /** What it will mean, before anything is pressed. */
  effect: string
  /** Asked before it is done, in place; without it one press does it. */
  sure?: string
  danger?: boolean
  run: () => Promise<unknown>
}

/** Something that can be done with what is shown, and what it would mean. The question and a refusal stand in its place. */
export function Deed({ word, effect, sure, danger = false, run }: Props): ReactNode {
  const { t } = useFormWords()
  const problemText = useProblemText()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const go = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await run()
      setAsking(false)
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={style.deed} data-asking={asking || undefined}>
      <div className={style.line}>
        <p className={style.effect}>{asking ? sure : effect}</p>
        {asking ? (
          <span className={style.choice}>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            <Button type="primary" danger={danger} loading={busy} autoFocus onClick={() => void go()}>
              {word}
            </Button>
          </span>
        ) : (
          <Button loading={busy} onClick={() => (sure ? setAsking(true) : void go())}>
            {word}
          </Button>
        )}
      </div>
      {problem !== undefined && <Wrong>{problemText(problem)}</Wrong>}
    </div>
  )
}
