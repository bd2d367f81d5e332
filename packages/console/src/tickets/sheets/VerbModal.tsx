import type { TicketRecord } from '@baton/contract'
import { Icon, Wrong } from '@baton/ui'
import { Modal } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { useLeaving } from '../../forms/leaving.tsx'
import { useKeys } from '../../frame/keys.tsx'
import { useWords } from '../../words/Speaking.tsx'
import { type TicketVerb, verbIcons } from '../verbs.ts'
import style from './VerbModal.module.css'

interface Props {
  /** What it is about, as the title says it. */
  ticket: Pick<TicketRecord, 'number'>
  verb: TicketVerb
  /** Where the verb is called otherwise than in the menu. */
  word?: string
  danger?: boolean
  width?: number
  dirty: boolean
  busy: boolean
  /** What is wrong with the whole. */
  problem: string | undefined
  submit: () => void
  onClose: () => void
  children: ReactNode
}

/** The frame around what a verb asks: its name and the ticket, Ctrl+Enter sends, and nothing is lost unasked. */
export function VerbModal(props: Props): ReactNode {
  const { ticket, verb, danger = false, width = 440, dirty, busy, problem, submit, onClose, children } = props
  const { t } = useWords()
  const { close, question } = useLeaving(dirty, onClose)
  useKeys({}, { covers: true })
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
  }
  const word = props.word ?? t(`verb.${verb as 'ticket.claim'}`)
  return (
    <Modal
      open
      width={width}
      title={
        <span className={style.title}>
          <Icon name={verbIcons[verb] ?? 'check'} /> {word} <span className={style.number}>{ticket.number}</span>
        </span>
      }
      okText={word}
      okButtonProps={{ loading: busy, danger }}
      cancelText={t('word.back')}
      mask={{ closable: !dirty }}
      onOk={submit}
      onCancel={close}
      {...(question && { footer: question })}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens for Ctrl+Enter from the fields inside */}
      <div className={style.fields} onKeyDown={press}>
        {children}
        {problem && <Wrong>{problem}</Wrong>}
      </div>
    </Modal>
  )
}
