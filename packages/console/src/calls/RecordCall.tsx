import type { TicketRecord } from '@baton/contract'
import { Combobox, Field, Segmented } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { focusWrong } from '../forms/focus-wrong.ts'
import { isProblem } from '../session/problem.ts'
import { useProblemText } from '../session/problem-text.ts'
import { usePerform } from '../tickets/perform.ts'
import { VerbModal } from '../tickets/sheets/VerbModal.tsx'
import { useTell } from '../tickets/tell.ts'
import { phoneText } from '../words/phone.ts'
import { useWords } from '../words/Speaking.tsx'
import { lengthText, secondsIn } from './length.ts'
import style from './RecordCall.module.css'
import { useSeconds } from './Timer.tsx'
import { useCallWords } from './words/index.ts'

/** A call about this ticket is written down: the time runs since this was opened, and can be mended. */
export function RecordCall({ ticket, onClose }: { ticket: TicketRecord; onClose: () => void }): ReactNode {
  const { t } = useCallWords()
  const { t: shared } = useWords()
  const form = useRecord(ticket, onClose)
  const phones = ticket.customer?.phones ?? []
  return (
    <VerbModal
      ticket={ticket}
      verb="ticket.recordCall"
      word={t('record.title')}
      width={480}
      onClose={onClose}
      {...form.frame}
    >
      <div className={style.pair}>
        <Field label={t('record.directionName')}>
          {() => (
            <Segmented<'out' | 'in'>
              label={t('record.directionName')}
              value={form.direction}
              onChange={form.setDirection}
              choices={(['out', 'in'] as const).map(value => ({ value, label: t(`record.direction.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t('record.reachedName')}>
          {() => (
            <Segmented<'reached' | 'unreached'>
              label={t('record.reachedName')}
              value={form.reached ? 'reached' : 'unreached'}
              onChange={value => form.setReached(value === 'reached')}
              choices={(['reached', 'unreached'] as const).map(value => ({ value, label: t(`record.${value}`) }))}
            />
          )}
        </Field>
      </div>
      <div className={style.pair}>
        <Field label={t('record.number')} error={form.at('number')}>
          {tie => (
            <Combobox
              tie={tie}
              options={phones.map(value => ({ value, label: phoneText(value, shared('word.extension')) }))}
              value={form.number}
              onChange={form.setNumber}
              placeholder={t('record.noNumber')}
              emptyText={t('record.noNumber')}
            />
          )}
        </Field>
        {form.reached && (
          <Field
            label={t('record.length')}
            error={form.lengthWrong ? t('record.lengthWrong') : form.at('startedAt', 'endedAt')}
            hint={t('record.lengthHint')}
          >
            {tie => (
              <Input
                {...tie}
                autoComplete="off"
                value={form.length}
                onChange={event => form.setLength(event.target.value)}
              />
            )}
          </Field>
        )}
      </div>
      <Field
        label={`${t('record.body')}${form.reached ? ' *' : shared('sheet.optional')}`}
        error={form.missing ? t('record.bodyMissing') : form.at('body')}
        hint={form.reached ? t('record.bodyHint') : undefined}
      >
        {tie => (
          <Input.TextArea
            {...tie}
            autoFocus
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={form.body}
            onChange={event => form.setBody(event.target.value)}
          />
        )}
      </Field>
    </VerbModal>
  )
}

function useRecord(ticket: TicketRecord, onClose: () => void) {
  const perform = usePerform()
  const tell = useTell()
  const problemText = useProblemText()
  const [opened] = useState(() => new Date().toISOString())
  const running = useSeconds(opened, null)
  const [direction, setDirection] = useState<'in' | 'out'>('out')
  const [reached, setReached] = useState(true)
  const [number, setNumber] = useState(ticket.customer?.phones[0] ?? null)
  const [written, setLength] = useState<string>()
  const [body, setBody] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const seconds = written === undefined ? running : secondsIn(written)
  const missing = tried && reached && !body.trim()
  const lengthWrong = tried && reached && seconds === undefined

  const send = async () => {
    setTried(true)
    if ((reached && !body.trim()) || (reached && seconds === undefined)) return void focusWrong()
    setBusy(true)
    setProblem(undefined)
    try {
      const now = Date.now()
      const record = await perform('ticket.recordCall', {
        ticketId: ticket.id,
        direction,
        reached,
        ...(number && { number }),
        startedAt: new Date(now - (reached ? (seconds ?? 0) * 1000 : 0)).toISOString(),
        endedAt: new Date(now).toISOString(),
        ...(body.trim() && { body }),
      })
      onClose()
      tell('ticket.recordCall', record)
    } catch (error) {
      setProblem(error)
      setBusy(false)
    }
  }
  const shown = ['number', 'startedAt', 'endedAt', 'body']
  const told = isProblem(problem) && problem.fields.some(({ path }) => shown.includes(path))
  return {
    direction,
    setDirection,
    reached,
    setReached,
    number,
    setNumber,
    length: written ?? lengthText(running),
    setLength,
    lengthWrong,
    body,
    setBody,
    missing,
    at: (...paths: string[]) => (isProblem(problem) ? paths.map(path => problem.at(path)).find(Boolean) : undefined),
    frame: {
      dirty: body !== '',
      busy,
      problem: problem === undefined || told ? undefined : problemText(problem),
      submit: () => void send(), // shows its own problem
    },
  }
}
