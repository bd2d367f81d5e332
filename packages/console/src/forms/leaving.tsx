import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import style from './leaving.module.css'
import { useFormWords } from './words/index.ts'

interface Leave {
  /** What the cross, Escape and the way back call. */
  close: () => void
  /** Stands where the buttons of the sheet stood, while it waits for an answer. */
  question: ReactNode | undefined
}

/** Nothing that was written is lost unasked: who closes is asked first, and who closes once more means it. */
export function useLeaving(dirty: boolean, onClose: () => void): Leave {
  const [asked, setAsked] = useState(false)
  const before = useRef<Element>(null)
  const asking = asked && dirty
  const ask = () => {
    before.current = document.activeElement
    setAsked(true)
  }
  const stay = () => {
    setAsked(false)
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  return {
    close: dirty && !asking ? ask : onClose,
    question: asking ? <Question onLeave={onClose} onStay={stay} /> : undefined,
  }
}

function Question({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }): ReactNode {
  const { t } = useFormWords()
  return (
    <div role="alertdialog" aria-label={t('unsaved')} className={style.question}>
      <span className={style.words}>{t('unsaved')}</span>
      <Button danger onClick={onLeave}>
        {t('discard')}
      </Button>
      <Button type="primary" autoFocus onClick={onStay}>
        {t('keep')}
      </Button>
    </div>
  )
}
