import type { FieldKind } from '@baton/contract'
import { Field, IconButton } from '@baton/ui'
import { Button } from 'antd'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useRefusalText } from '../forms/refusal.ts'
import { useFormWords } from '../forms/words/index.ts'
import { isProblem } from '../session/problem.ts'
import { useWords } from '../words/Speaking.tsx'
import style from './FieldInPlace.module.css'
import { FieldInput } from './FieldInput.tsx'
import { FieldValue } from './FieldValue.tsx'
import { Lock } from './Lock.tsx'
import type { FieldLike } from './useFields.ts'
import { isNothing, sentValue } from './values.ts'
import { wordOf } from './word.ts'
import { mended, wrongAt } from './wrongs.ts'

interface Props {
  field: FieldLike
  value: unknown
  /** What is to be filled in is starred. */
  star?: boolean
  /** It is seen and may not be changed by this person, where the rest of the record may. */
  locked?: boolean
  /** Absent where it may not be changed. */
  onSave: ((value: unknown) => Promise<unknown>) | undefined
}

/** What is chosen is kept at once; a line is kept by Enter or by going on; the rest by its button. */
const atOnce: readonly FieldKind[] = [
  'choice',
  'boolean',
  'person',
  'department',
  'customer',
  'cascade',
  'files',
  'pictures',
]
const lines: readonly FieldKind[] = ['text', 'number', 'amount', 'reference', 'phone', 'date', 'time']
/** What needs the whole width. */
const wide: readonly FieldKind[] = [
  'longText',
  'richText',
  'address',
  'location',
  'files',
  'pictures',
  'rows',
  'choices',
]

/** What is not filled in needs no more than its line; a number of somebody else's is not broken in two. */
const isWide = ({ kind }: FieldLike['spec'], value: unknown): boolean =>
  !isNothing(value) && (wide.includes(kind) || (kind === 'reference' && String(value).length > 10))

/** A field of a record, changed where it stands; a refusal stays beside what was entered. */
export function FieldInPlace({ field, value, star = false, locked = false, onSave }: Props): ReactNode {
  const { t } = useFormWords()
  const { i18n } = useWords()
  const [editing, setEditing] = useState(false)
  const label = wordOf(field, i18n.language)
  const may = !locked && onSave && field.spec.kind !== 'formula'
  if (editing && may)
    return <Editing field={field} label={label} value={value} onSave={onSave} onEnd={() => setEditing(false)} />
  return (
    <div className={style.fact} data-wide={isWide(field.spec, value) || undefined}>
      <dt>
        {label}
        {star && <span className={style.star}> *</span>}
      </dt>
      <dd>
        {may && isNothing(value) ? (
          <button
            type="button"
            className={style.empty}
            aria-label={`${t('editNamed', { name: label })} ${t('none')}`}
            onClick={() => setEditing(true)}
          >
            {t('none')}
          </button>
        ) : (
          <span className={style.value}>
            <FieldValue field={field} value={value} />
          </span>
        )}
        {may && (
          <IconButton
            icon="edit"
            size={14}
            label={t('editNamed', { name: label })}
            className={style.pencil ?? ''}
            onClick={() => setEditing(true)}
          />
        )}
        {locked && <Lock />}
      </dd>
    </div>
  )
}

interface EditingProps {
  field: FieldLike
  label: string
  value: unknown
  onSave: (value: unknown) => Promise<unknown>
  onEnd: () => void
}

function Editing({ field, label, value, onSave, onEnd }: EditingProps): ReactNode {
  const { t } = useFormWords()
  const refusalText = useRefusalText()
  const { kind } = field.spec
  const [before] = useState(value)
  const [draft, setDraft] = useState(value)
  const [problem, setProblem] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The editor of rich text comes a moment later, and is pressed into.
    box.current?.querySelector<HTMLElement>('input:not([hidden]), textarea, select, button')?.focus()
  }, [])

  const keep = async (next: unknown) => {
    if (sending.current) return
    if (JSON.stringify(next ?? null) === JSON.stringify(before ?? null)) return onEnd()
    sending.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      await onSave(sentValue(field, next))
      onEnd()
    } catch (error) {
      setProblem(error)
    } finally {
      sending.current = false
      setBusy(false)
    }
  }
  const change = (next: unknown) => {
    setDraft(next)
    setProblem((old: unknown) => mended(old, `fields.${field.key}`))
    if (atOnce.includes(kind)) void keep(next) // shows its own problem
  }
  const press = (event: KeyboardEvent) => {
    const mod = event.ctrlKey || event.metaKey
    if (event.nativeEvent.isComposing || (event.defaultPrevented && !mod)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      sending.current = true // leaving takes the focus away, which must not save
      onEnd()
    } else if (event.key === 'Enter' && (lines.includes(kind) || mod)) {
      event.preventDefault()
      void keep(draft) // shows its own problem
    }
  }
  const leave = (event: FocusEvent) => {
    if (!lines.includes(kind) || event.currentTarget.contains(event.relatedTarget)) return
    // Whoever looks elsewhere has not decided against what somebody else wrote.
    if (!isProblem(problem, 'conflict')) void keep(draft) // shows its own problem
  }
  const path = `fields.${field.key}`
  const own = (at: string) => wrongAt(problem, `${path}${at}`)
  const below = isProblem(problem) ? problem.fields.find(one => one.path.startsWith(`${path}.`))?.detail : undefined
  const told = problem === undefined ? undefined : (own('') ?? below ?? refusalText(problem))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens for Enter and Escape from the field inside
    <div ref={box} className={style.editing} onKeyDown={press} onBlur={leave} aria-busy={busy || undefined}>
      <Field label={label} error={told} hint={field.help ?? undefined}>
        {tie => <FieldInput field={field} tie={tie} label={label} value={draft} onChange={change} wrongAt={own} />}
      </Field>
      {!lines.includes(kind) && (
        <div className={style.buttons}>
          {!atOnce.includes(kind) && (
            <Button size="small" type="primary" loading={busy} onClick={() => void keep(draft)}>
              {t('save')}
            </Button>
          )}
          <Button size="small" onClick={onEnd}>
            {t(atOnce.includes(kind) ? 'close' : 'cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}
