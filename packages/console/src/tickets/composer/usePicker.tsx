import { asWritten, fillText, type TicketRecord } from '@baton/contract'
import { type KeyboardEvent, lazy, type ReactNode, type RefObject, Suspense, useId, useMemo, useState } from 'react'
import { useAll } from '../../lists/useAll.ts'
import { call } from '../../session/api.ts'
import { useProblemText } from '../../session/problem-text.ts'
import { useValuesOn } from '../../steps/placeholders/useValuesOn.ts'
import { useWords } from '../../words/Speaking.tsx'
import type { Choice } from './choice.ts'
import { PickList } from './PickList.tsx'
import { firstWords, matching, meantBy, replaced, slashAt } from './picking.ts'
import type { useUploads } from './upload.ts'

const OwnKept = lazy(() => import('../../macros/OwnKept.tsx').then(it => ({ default: it.OwnKept })))
const NewReply = lazy(() => import('../../macros/ReplySheet.tsx').then(it => ({ default: it.NewReply })))

interface Props {
  ticket: TicketRecord
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  write: (text: string) => void
  files: ReturnType<typeof useUploads>
  /** Goes on with a macro that was picked. */
  onMacro: (macroId: string) => void
}

/** `/` at the start of a word calls the canned replies and macros: a list while one types, and the words in its place. */
export function usePicker({ ticket, field, text, write, files, onMacro }: Props) {
  const listId = useId()
  const problemText = useProblemText()
  const valuesOn = useValuesOn()
  const [asked, setAsked] = useState<string>()
  const [at, setAt] = useState(0)
  const [sheet, setSheet] = useState<{ body?: string }>()
  const [problem, setProblem] = useState<string>()
  const all = useChoices(ticket, asked !== undefined)
  const found = useMemo(() => (asked === undefined ? [] : matching(all, asked)), [all, asked])
  const active = Math.min(at, found.length - 1)

  const look = () => {
    const area = field.current
    setAsked(area ? slashAt(area.value.slice(0, area.selectionStart)) : undefined)
    setAt(0)
  }
  const put = (words: string) => {
    const area = field.current
    if (!area || asked === undefined) return
    const next = replaced(text, area.selectionStart, asked, words)
    write(next.text)
    setAsked(undefined)
    requestAnimationFrame(() => {
      area.focus()
      area.setSelectionRange(next.cursor, next.cursor)
    })
  }
  const pick = (choice: Choice) => {
    setProblem(undefined)
    if (choice.kind === 'macro') {
      put('')
      return onMacro(choice.macro.id)
    }
    put(fillText(choice.reply.body, valuesOn(ticket)))
    call('cannedReply.use', { cannedReplyId: choice.reply.id }).then(
      used => files.adopt(used.inserted ?? []),
      error => choice.reply.attachments.length > 0 && setProblem(problemText(error)),
    )
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (asked === undefined) return false
    const meant = meantBy(all, asked)
    const choice = found[active]
    if (event.key === 'Escape') setAsked(undefined)
    else if (event.key === ' ' && meant) pick(meant)
    else if (event.key === 'Tab' && (meant ?? choice)) pick(meant ?? (choice as Choice))
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && choice) pick(choice)
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && choice)
      setAt((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length)
    else return false
    event.preventDefault()
    return true
  }
  const begin = () => {
    const area = field.current
    if (!area) return
    const before = text.slice(0, area.selectionStart)
    const space = before && slashAt(`${before}/`) === undefined ? ' ' : ''
    write(`${before}${space}/${text.slice(area.selectionStart)}`)
    area.focus()
    const cursor = before.length + space.length + 1
    requestAnimationFrame(() => {
      area.setSelectionRange(cursor, cursor)
      look()
    })
  }
  /** What stands in the field without the `/` that called the list. */
  const written = () => {
    const cursor = field.current?.selectionStart ?? 0
    return asked === undefined ? text : replaced(text, cursor, asked, '').text
  }
  const leave = (next: { body?: string }) => {
    put('')
    setSheet(next)
  }
  const list: ReactNode = asked !== undefined && (
    <PickList
      id={listId}
      choices={found}
      any={all.length > 0}
      active={active}
      onPoint={setAt}
      onPick={pick}
      onManage={() => leave({})}
      onSave={written().trim() ? () => leave({ body: asWritten(written().trim()) }) : undefined}
    />
  )
  const sheets: ReactNode = (
    <Suspense>
      {sheet?.body !== undefined && <NewReply body={sheet.body} onClose={() => setSheet(undefined)} />}
      {sheet && sheet.body === undefined && <OwnKept onClose={() => setSheet(undefined)} />}
    </Suspense>
  )
  return { list, sheets, press, begin, look, problem }
}

/** Asked for when the first `/` is typed, and kept. */
function useChoices(ticket: TicketRecord, wanted: boolean): Choice[] {
  const { t } = useWords()
  const valuesOn = useValuesOn()
  const replies = useAll('cannedReply.list', { mine: true }, wanted)
  const macros = useAll('macro.list', { ticketId: ticket.id }, wanted)
  return useMemo(() => {
    const values = valuesOn(ticket)
    return [
      ...(replies.data ?? []).map((reply): Choice => {
        const { id, name, shortcut, body } = reply
        return { kind: 'reply', id, name, shortcut, also: body, under: firstWords(fillText(body, values)), reply }
      }),
      ...(macros.data ?? []).map((macro): Choice => {
        const { id, name, description, steps } = macro
        const under = description ?? steps.map(({ verb }) => t(`verb.${verb as 'ticket.claim'}`)).join(' · ')
        return { kind: 'macro', id, name, shortcut: null, also: description ?? '', under, macro }
      }),
    ]
  }, [replies.data, macros.data, ticket, valuesOn, t])
}
