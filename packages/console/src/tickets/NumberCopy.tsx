import { Icon } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { useKeys } from '../frame/keys.tsx'
import { useWords } from '../words/Speaking.tsx'
import style from './NumberCopy.module.css'

const shownFor = 1600

/** The ticket's number; a click copies it. */
export function NumberCopy({ number }: { number: string }): ReactNode {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(number)
    setCopied(true)
    setTimeout(() => setCopied(false), shownFor)
  }
  const tryCopy = () => void copy().catch(() => undefined) // a browser that forbids it leaves the number to be selected
  useKeys({ y: tryCopy })
  return (
    <button
      type="button"
      className={style.number}
      onClick={tryCopy}
      data-hint={t(copied ? 'ticket.copied' : 'ticket.copyNumber')}
      data-keys="y"
    >
      {number}
      <Icon name={copied ? 'check' : 'copy'} size={13} className={style.sign} />
      <span className="unseen" aria-live="polite">
        {copied ? t('ticket.copied') : ''}
      </span>
    </button>
  )
}
