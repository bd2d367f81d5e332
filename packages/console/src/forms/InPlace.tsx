import { IconButton } from '@baton/ui'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { isProblem } from '../session/problem.ts'
import style from './InPlace.module.css'
import { useRefusalText } from './refusal.ts'
import { useFormWords } from './words/index.ts'

interface Props {
  /** What is being named, for the label: 部门名称. */
  label: string
  value: string
  /** What it looks like while nobody edits it. */
  face?: ReactNode
  /** Where pressing the face itself leads elsewhere, a pencil beside it begins the editing. */
  pencil?: boolean
  placeholder?: string
  multiline?: boolean
  maxLength?: number
  /** Absent where it may not be changed. */
  onSave?: ((value: string) => Promise<unknown>) | undefined
}

/** A text that is changed where it stands: Enter keeps it, Escape leaves it, a refusal stays beside what was typed. */
export function InPlace({
  label,
  value,
  face,
  pencil,
  placeholder,
  multiline,
  maxLength = 200,
  onSave,
}: Props): ReactNode {
  const { t } = useFormWords()
  const [editing, setEditing] = useState(false)
  const shown = face ?? (value || <span className={style.none}>{placeholder ?? t('none')}</span>)
  if (editing && onSave)
    return <Editing {...{ label, value, multiline, maxLength, onSave }} onEnd={() => setEditing(false)} />
  if (!onSave) return <span className={style.still}>{shown}</span>
  if (pencil)
    return (
      <span className={style.pencilled}>
        {shown}
        <IconButton
          icon="edit"
          size={14}
          label={t('editNamed', { name: label })}
          className={style.pencil}
          onClick={() => setEditing(true)}
        />
      </span>
    )
  return (
    <button
      type="button"
      className={style.face}
      aria-label={`${t('editNamed', { name: label })} ${value || (placeholder ?? t('none'))}`}
      onClick={() => setEditing(true)}
    >
      {shown}
    </button>
  )
}

type EditingProps = Pick<Props, 'label' | 'value' | 'multiline' | 'maxLength'> & {
  onSave: (value: string) => Promise<unknown>
  onEnd: () => void
}

function Editing({ label, value, multiline, maxLength, onSave, onEnd }: EditingProps): ReactNode {
  const refusalText = useRefusalText()
  const [before] = useState(value)
  const [text, setText] = useState(value)
  const [problem, setProblem] = useState<unknown>()
  const busy = useRef(false)
  const save = async () => {
    if (busy.current) return
    if (text.trim() === value.trim()) return onEnd()
    busy.current = true
    try {
      await onSave(text.trim())
      onEnd()
    } catch (error) {
      setProblem(error)
    } finally {
      busy.current = false
    }
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      busy.current = true // leaving takes the focus away, which must not save
      onEnd()
    } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save() // shows its own problem
    }
  }
  const input = {
    'aria-label': label,
    ...(problem !== undefined && { 'aria-invalid': true as const }),
    className: style.input,
    autoFocus: true,
    value: text,
    maxLength,
    onKeyDown: press,
    // Whoever looks elsewhere has not decided against what somebody else wrote.
    onBlur: () => (isProblem(problem, 'conflict') ? undefined : void save()), // shows its own problem
  }
  const type = (next: string) => {
    setText(next)
    setProblem(undefined)
  }
  return (
    <span className={style.editing}>
      {multiline ? (
        <textarea {...input} rows={4} onChange={event => type(event.target.value)} />
      ) : (
        <input {...input} onFocus={event => event.target.select()} onChange={event => type(event.target.value)} />
      )}
      {problem !== undefined && (
        <span className={style.problem} role="alert">
          {refusalText(problem, { before, now: value })}
        </span>
      )}
    </span>
  )
}
