import { fold, type TicketRecord } from '@baton/contract'
import { Empty, Icon, Skeleton, Wrong } from '@baton/ui'
import { Input, Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useKeys } from '../../frame/keys.tsx'
import { useAll } from '../../lists/useAll.ts'
import { Deeds } from '../../macros/Deeds.tsx'
import type { MacroRecord } from '../../macros/records.ts'
import { useDeedsText } from '../../macros/useDeedsText.ts'
import { useMacroWords } from '../../macros/words/index.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useValuesOn } from '../../steps/placeholders/useValuesOn.ts'
import { useWords } from '../../words/Speaking.tsx'
import style from './RunMacro.module.css'
import { useRun } from './useRun.ts'

interface Props {
  ticket: TicketRecord
  /** The one that was picked already. */
  first: string | undefined
  onClose: () => void
}

/** The macros that fit the ticket, and what the chosen one will do, before it does it. */
export function RunMacro({ ticket, first, onClose }: Props): ReactNode {
  const { t } = useWords()
  const { t: m } = useMacroWords()
  const problemText = useProblemText()
  const run = useRun()
  const { data } = useAll('macro.list', { ticketId: ticket.id })
  const [text, setText] = useState('')
  const [chosen, choose] = useState(first)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  useKeys({}, { covers: true })
  const shown = (data ?? []).filter(macro =>
    fold(`${macro.name} ${macro.description ?? ''}`).includes(fold(text.trim())),
  )
  const macro = shown.find(({ id }) => id === chosen) ?? shown[0]
  const start = async () => {
    if (!macro || busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await run(macro, ticket)
      onClose()
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter')
      void start() // shows its own problem
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const at = shown.findIndex(({ id }) => id === macro?.id) + (event.key === 'ArrowDown' ? 1 : -1)
      choose(shown[(at + shown.length) % Math.max(1, shown.length)]?.id)
      setProblem(undefined)
    } else return
    event.preventDefault()
  }
  return (
    <Modal
      open
      width={560}
      title={
        <span className={style.title}>
          <Icon name="bolt" /> {m('runTitle')} <span className={style.ticket}>{ticket.number}</span>
        </span>
      }
      okText={m('run')}
      okButtonProps={{ loading: busy, disabled: !macro }}
      cancelText={t('word.back')}
      onOk={() => void start()}
      onCancel={onClose}
    >
      <div className={style.body}>
        {data && data.length > 0 ? (
          <>
            <Choices macros={shown} macro={macro} text={text} onText={setText} onChoose={choose} onKeyDown={press} />
            {macro && <What macro={macro} ticket={ticket} />}
            {problem !== undefined && <Wrong>{problemText(problem)}</Wrong>}
          </>
        ) : data ? (
          <Empty icon="bolt" title={m('noneFits')} hint={m('noMacrosHint')} />
        ) : (
          <Skeleton lines={['60%', '40%', '50%']} />
        )}
      </div>
    </Modal>
  )
}

interface ChoicesProps {
  macros: readonly MacroRecord[]
  macro: MacroRecord | undefined
  text: string
  onText: (text: string) => void
  onChoose: (id: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

function Choices({ macros, macro, text, onText, onChoose, onKeyDown }: ChoicesProps): ReactNode {
  const { t: m } = useMacroWords()
  const deedsText = useDeedsText()
  const listId = useId()
  return (
    <>
      <Input
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-label={m('find')}
        {...(macro && { 'aria-activedescendant': `${listId}-${macro.id}` })}
        autoFocus
        prefix={<Icon name="search" size={14} />}
        placeholder={m('find')}
        value={text}
        onChange={event => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={m('runTitle')} className={style.list}>
        {macros.map(one => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
          <div
            key={one.id}
            id={`${listId}-${one.id}`}
            role="option"
            aria-selected={one.id === macro?.id}
            className={style.option}
            ref={one.id === macro?.id ? element => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseDown={event => event.preventDefault()}
            onClick={() => onChoose(one.id)}
          >
            <span className={style.name}>{one.name}</span>
            <span className={style.under}>{one.description ?? deedsText(one.steps)}</span>
          </div>
        ))}
      </div>
    </>
  )
}

function What({ macro, ticket }: { macro: MacroRecord; ticket: TicketRecord }): ReactNode {
  const { t: m } = useMacroWords()
  const valuesOn = useValuesOn()
  return (
    <section className={style.what} aria-label={m('doing')} aria-live="polite">
      <h3 className={style.doing}>{m('doing')}</h3>
      <Deeds steps={macro.steps} values={valuesOn(ticket)} />
    </section>
  )
}
