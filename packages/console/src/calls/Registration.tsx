import { Wrong } from '@baton/ui'
import { Button, Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useKeys } from '../frame/keys.tsx'
import { useAsk } from '../session/ask.ts'
import { CallerCard } from './CallerCard.tsx'
import { CallerField } from './CallerField.tsx'
import { CallHead } from './CallHead.tsx'
import { DoneView } from './DoneView.tsx'
import { type CallDraft, type CallRecord, isPristine } from './draft.ts'
import { MatterFields } from './MatterFields.tsx'
import style from './Registration.module.css'
import { type Form, useRegistration } from './useRegistration.ts'
import { useCallWords } from './words/index.ts'

interface Props {
  draft: CallDraft
  live: CallRecord | undefined
  change: (patch: Partial<CallDraft>) => void
  hide: () => void
  drop: () => void
  next: () => void
}

/** A call becomes a ticket: who calls, what about, and either it goes on or it is answered on the spot (R-037 … R-040). */
export function Registration({ draft, live, change, hide, drop, next }: Props): ReactNode {
  const { t } = useCallWords()
  const form = useRegistration(draft, change)
  const { data } = useAsk('call.get', { id: draft.callId ?? '' }, { enabled: draft.callId !== undefined })
  const record = live ?? data
  useKeys({}, { covers: true })
  const close = form.done || isPristine(draft) ? drop : hide
  const onSpot = () => {
    if (form.way === 'answered') form.submit()
    else form.set({ onSpot: true, appendTo: null })
  }
  const press = (event: KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || form.done) return
    if (event.defaultPrevented && !mod) return
    if (!mod && !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (mod && event.shiftKey) onSpot()
    else form.submit()
  }
  return (
    <Modal
      open
      width={form.done ? 480 : 960}
      className={form.done ? '' : (style.modal ?? '')}
      title={<CallHead draft={draft} record={record} />}
      footer={form.done ? null : <Foot form={form} out={draft.direction === 'out'} onSpot={onSpot} drop={drop} />}
      mask={{ closable: false }}
      onCancel={close}
    >
      {form.done ? (
        <DoneView done={form.done} close={drop} next={next} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Enter from the fields inside
        <div className={style.sheet} onKeyDown={press}>
          <div className={style.column}>
            <CallerField form={form} direction={draft.direction} />
            <MatterFields form={form} />
            {form.problem && <Wrong>{form.problem}</Wrong>}
          </div>
          <aside className={style.side} aria-label={t('sheet.customer')}>
            <CallerCard
              customerId={form.values.customer?.id}
              told={form.values.number.trim().length >= 5}
              appendTo={form.values.appendTo}
              onAppend={appendTo => form.set({ appendTo, onSpot: false })}
            />
          </aside>
        </div>
      )}
    </Modal>
  )
}

interface FootProps {
  form: Form
  /** We called: perhaps nobody answered. */
  out: boolean
  onSpot: () => void
  drop: () => void
}

function Foot({ form, out, onSpot, drop }: FootProps): ReactNode {
  const { t } = useCallWords()
  const { way, busy, values } = form
  const [sure, setSure] = useState(false)
  const leave = async () => {
    if (!sure) return setSure(true)
    if (await form.leave(true)) drop()
  }
  const unreached = async () => {
    if (await form.leave(false)) drop()
  }
  return (
    <div className={style.foot}>
      <Button type="text" danger={sure} onClick={() => void leave()} onBlur={() => setSure(false)}>
        {t(sure ? 'sheet.dropSure' : 'sheet.drop')}
      </Button>
      {out && (
        <Button type="text" onClick={() => void unreached()}>
          {t('sheet.unreached')}
        </Button>
      )}
      <span className={style.gap} />
      {way === 'answered' ? (
        <Button onClick={() => form.set({ onSpot: false })}>{t('sheet.notOnSpot')}</Button>
      ) : (
        way === 'opened' && (
          <Button onClick={onSpot} data-hint={t('sheet.onSpot')} data-keys="mod shift enter">
            {t('sheet.onSpot')}
          </Button>
        )
      )}
      <Button
        type="primary"
        loading={busy !== undefined}
        onClick={() => form.submit()}
        data-hint={t('sheet.submit')}
        data-keys="mod enter"
      >
        {way === 'appended'
          ? t('sheet.append', { number: values.appendTo?.number })
          : t(way === 'answered' ? 'sheet.onSpotDone' : 'sheet.submit')}
      </Button>
    </div>
  )
}
