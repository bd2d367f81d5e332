import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect } from 'react'
import style from './Writing.module.css'

interface Props {
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  label: string
  placeholder: string
  onWrite: (text: string) => void
  /** The cursor moved or something was written. */
  onCursor: () => void
  onFiles: (files: Iterable<File>) => void
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/** Where the browser can, it grows the field itself; measuring costs a layout of the whole page. */
const growsByItself = CSS.supports('field-sizing', 'content')

/** A field that grows with what is written; pasted pictures and files go along as attachments. */
export function Writing({ field, text, label, placeholder, onWrite, onCursor, onFiles, onKeyDown }: Props): ReactNode {
  useLayoutEffect(() => {
    const area = field.current
    if (!area || growsByItself) return
    area.style.height = ''
    if (text) area.style.height = `${area.scrollHeight}px`
  }, [field, text])
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    onFiles(event.clipboardData.files)
  }
  return (
    <textarea
      ref={field}
      className={style.field}
      aria-label={label}
      placeholder={placeholder}
      rows={2}
      value={text}
      onChange={event => {
        onWrite(event.target.value)
        onCursor()
      }}
      onKeyDown={event => !event.nativeEvent.isComposing && onKeyDown(event)}
      onSelect={onCursor}
      onPaste={paste}
    />
  )
}
