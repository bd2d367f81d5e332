import type { TicketRecord } from '@baton/contract'
import { Field, Icon } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { MissingFields } from '../../fields/MissingFields.tsx'
import { useTicketForm } from '../../fields/useTicketForm.ts'
import { sentValue, type Values } from '../../fields/values.ts'
import { useFieldWords } from '../../fields/words/index.ts'
import { isWithin, mended, wrongAt } from '../../fields/wrongs.ts'
import { focusWrong } from '../../forms/focus-wrong.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { isProblem } from '../../session/problem.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useWords } from '../../words/Speaking.tsx'
import { usePerform } from '../perform.ts'
import { useTell } from '../tell.ts'
import type { SheetProps } from './own.ts'
import { VerbModal } from './VerbModal.tsx'

/** 处理完毕: the result, and what its form still lacks, filled in right here. */
export function Solve({ ticket, verb, onClose }: SheetProps): ReactNode {
  const { t } = useWords()
  const { t: own } = useFieldWords()
  const form = useSolving(ticket, onClose)
  return (
    <VerbModal
      ticket={ticket}
      verb={verb}
      width={form.lacking.length > 0 ? 560 : 440}
      onClose={onClose}
      {...form.frame}
    >
      <Field
        label={t('sheet.result')}
        error={form.told && !form.result.trim() ? t('sheet.textMissing') : form.wrongAt('result')}
        hint={t('sheet.resultHint')}
      >
        {tie => (
          <Input.TextArea
            {...tie}
            autoFocus
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={2000}
            value={form.result}
            onChange={event => form.setResult(event.target.value)}
          />
        )}
      </Field>
      {form.lacking.length > 0 && (
        <>
          <p style={{ display: 'flex', gap: 6, alignItems: 'center', color: 'var(--orange-text)', fontSize: 13 }}>
            <Icon name="warning" size={14} /> {own('form.unfinished')}
          </p>
          <MissingFields
            definitions={form.standing.definitions}
            fields={form.lacking}
            values={form.values}
            onChange={form.set}
            wrongAt={form.wrongAt}
          />
        </>
      )}
    </VerbModal>
  )
}

/** The parts of a ticket that a form may ask for. */
const ticketParts: Readonly<Record<string, (ticket: TicketRecord) => unknown>> = {
  category: ticket => ticket.categoryId,
  requestType: ticket => ticket.requestType,
  urgency: ticket => ticket.urgency,
  tags: ticket => ticket.tags,
}

function useSolving(ticket: TicketRecord, onClose: () => void) {
  const perform = usePerform()
  const tell = useTell()
  const problemText = useProblemText()
  const { t: f } = useFormWords()
  const [values, setValues] = useState<Values>({})
  const standing = useTicketForm(ticket, values)
  const [result, setResult] = useState('')
  /** By their names in the form; once asked for, they stay while one fills them in. */
  const [lacking, setLacking] = useState<readonly string[]>([])
  const [told, setTold] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const nameOf = (field: string) => field.replace('fields.', '')
  const isEmpty = (field: string) => (values[nameOf(field)] ?? null) === null

  /** Those that are known here to be missing are asked for at once; what the server finds besides comes with its refusal. */
  const known = standing.missing('solve', part =>
    part in ticketParts ? (values[part] ?? ticketParts[part]?.(ticket)) : true,
  )
  const ask = useCallback(
    (fields: readonly string[]) =>
      setLacking(old => (fields.every(one => old.includes(one)) ? old : [...new Set([...old, ...fields])])),
    [],
  )
  const named = known.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: their names tell them
  useEffect(() => ask(known), [named, ask])
  const send = async () => {
    setTold(true)
    if (busy) return
    if (!result.trim() || known.length > 0 || lacking.some(isEmpty)) return void focusWrong()
    setBusy(true)
    setProblem(undefined)
    try {
      let { version } = ticket
      const filled = Object.entries(values).filter(([, value]) => value !== null)
      if (filled.length > 0)
        ({ version } = await perform('ticket.update', { ...updateOf(filled), ticketId: ticket.id, version }))
      const record = await perform('ticket.solve', { ticketId: ticket.id, result: result.trim() })
      onClose()
      tell('ticket.solve', record)
    } catch (error) {
      if (isProblem(error, 'ticket.unfinished')) ask(error.fields.map(({ path }) => path))
      setProblem(error)
      setBusy(false)
      focusWrong()
    }
  }
  const updateOf = (filled: readonly [string, unknown][]) => {
    const own = filled.flatMap(([key, value]) => {
      const field = standing.definitions.find(one => one.key === key)
      return field && lacking.includes(`fields.${key}`) ? [[key, sentValue(field, value)]] : []
    })
    const parts = filled.filter(([key]) => lacking.includes(key))
    return { ...Object.fromEntries(parts), ...(own.length > 0 && { fields: Object.fromEntries(own) }) }
  }
  const inPlace = isProblem(problem) && problem.fields.some(({ path }) => lacking.some(field => isWithin(path, field)))
  return {
    standing,
    result,
    setResult,
    values,
    set(field: string, value: unknown) {
      setValues(old => ({ ...old, [nameOf(field)]: value }))
      setProblem((old: unknown) => mended(old, field))
    },
    lacking,
    told,
    wrongAt: (path: string) =>
      told && lacking.includes(path) && isEmpty(path) ? f('required') : wrongAt(problem, path),
    frame: {
      dirty: result !== '' || Object.keys(values).length > 0,
      busy,
      problem: problem === undefined || inPlace ? undefined : problemText(problem),
      submit: () => void send(), // shows its own problem
    },
  }
}
