import type { TicketRecord } from '@baton/contract'
import { Icon, IconButton, Tabs, Wrong } from '@baton/ui'
import { type ReactNode, useRef, useState } from 'react'
import type { Viewer } from '../../live/together.ts'
import { useWords } from '../../words/Speaking.tsx'
import { useTimeline } from '../timeline/useTimeline.ts'
import { Typing } from '../together/Typing.tsx'
import style from './Composer.module.css'
import type { Composing } from './composing.ts'
import { type DraftState, type Kind, useDraft } from './draft.ts'
import { recipientOf } from './recipient.ts'
import { SendButtons } from './SendButtons.tsx'
import { Uploads } from './Uploads.tsx'
import { useUploads } from './upload.ts'
import { useMentions } from './useMentions.tsx'
import { usePicker } from './usePicker.tsx'
import { useSend } from './useSend.ts'
import { Writing } from './Writing.tsx'

const tabKeys: Record<Kind, string> = { reply: 'r', note: 'm', progress: 'p' }

interface Props {
  ticket: TicketRecord
  composing: Composing
  /** Who else looks at the ticket now. */
  others: readonly Viewer[]
  /** Goes on with a macro that was picked. */
  onMacro: (macroId: string) => void
}

/** Where words are written: to the customer, among ourselves, or on how far it is. */
export function Composer({ ticket, composing, others, onMacro }: Props): ReactNode {
  const { t } = useWords()
  const { kind, kinds, setKind } = composing
  if (kinds.length === 0) return <p className={style.closed}>{t('composer.closed')}</p>
  return (
    <div className={style.composer} data-kind={kind}>
      <Typing people={others} />
      <Tabs
        label={t('composer.kind')}
        className={style.tabs}
        tabs={kinds.map(key => ({ key, label: t(`composer.${key}`), keys: tabKeys[key] }))}
        current={kind}
        onChange={setKind}
        end={<Recipient ticket={ticket} kind={kind} />}
      >
        <Editor key={kind} ticket={ticket} composing={composing} kind={kind} onMacro={onMacro} />
      </Tabs>
    </div>
  )
}

interface EditorProps {
  ticket: TicketRecord
  composing: Composing
  kind: Kind
  onMacro: (macroId: string) => void
}

function Editor({ ticket, composing, kind, onMacro }: EditorProps): ReactNode {
  const { t } = useWords()
  const draft = useDraft(ticket.id, kind)
  const files = useUploads()
  const mentions = useMentions(composing.field, draft.text, draft.write, kind === 'note')
  const canned = usePicker({ ticket, field: composing.field, text: draft.text, write: draft.write, files, onMacro })
  const { send, problem, stale } = useSend({ ticket, composing, kind, draft, files, mentionIds: mentions.ids })
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const ready = draft.text.trim().length > 0 && !files.busy
  return (
    <section
      className={style.editor}
      data-over={over || undefined}
      aria-label={t(`composer.${kind}`)}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        files.add(event.dataTransfer.files)
      }}
    >
      {stale && draft.text && (
        <p className={style.stale} role="alert">
          {stale}
        </p>
      )}
      {(problem ?? canned.problem) && (
        <div className={style.problem}>
          <Wrong>{problem ?? canned.problem}</Wrong>
        </div>
      )}
      {mentions.list || canned.list}
      {canned.sheets}
      <Writing
        field={composing.field}
        text={draft.text}
        label={t(`composer.${kind}`)}
        placeholder={t(`composer.${kind}Hint`)}
        onWrite={text => {
          draft.write(text)
          composing.wrote()
        }}
        onCursor={() => {
          mentions.look()
          canned.look()
        }}
        onFiles={files.add}
        onKeyDown={event => {
          if (mentions.press(event) || canned.press(event)) return
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) {
            event.preventDefault()
            send(event.shiftKey && kind === 'reply' ? 'solved' : 'same')
          }
          if (event.key === 'Escape') composing.field.current?.blur()
        }}
      />
      <Uploads uploads={files.uploads} remove={files.remove} />
      <footer className={style.foot}>
        <IconButton icon="clip" label={t('composer.attach')} onClick={() => picker.current?.click()} />
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={t('composer.attach')}
          onChange={event => {
            files.add(event.target.files ?? [])
            event.target.value = ''
          }}
        />
        <IconButton icon="bolt" label={t('composer.canned')} keys="/" onClick={canned.begin} />
        {kind === 'note' && <IconButton icon="person" label={t('composer.mention')} onClick={mentions.begin} />}
        <Kept state={draft.state} />
        <span className={style.gap} />
        <SendButtons
          kind={kind}
          ready={ready}
          mayAwait={ticket.allowed.includes('ticket.await') || ticket.status === 'assigned'}
          maySolve={ticket.allowed.includes('ticket.solve')}
          send={send}
        />
      </footer>
      {over && (
        <div className={style.drop}>
          <Icon name="clip" /> {t('composer.drop')}
        </div>
      )}
    </section>
  )
}

/** To whom it goes, so that nobody writes a note to a customer. */
function Recipient({ ticket, kind }: { ticket: TicketRecord; kind: Kind }): ReactNode {
  const { t } = useWords()
  const { items } = useTimeline(ticket.id)
  if (kind !== 'reply') return <span className={style.to}>{t('composer.internal')}</span>
  const to = recipientOf(ticket, items)
  if (!to) return <span className={style.to}>{t('composer.nobody')}</span>
  return <span className={style.to}>{t('composer.to', { to })}</span>
}

function Kept({ state }: { state: DraftState }): ReactNode {
  const { t } = useWords()
  return (
    <span className={style.kept} data-failed={state === 'failed' || undefined} aria-live="polite">
      {state === 'none' ? '' : t(`composer.draft.${state}`)}
    </span>
  )
}
