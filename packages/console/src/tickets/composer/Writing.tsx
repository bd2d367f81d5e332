import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect } from 'react'
import style from './Writing.module.css'

interface Props {
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  label: string
  placeholder: string
  onWrite: (text: string) => void
  onFiles: (files: Iterable<File>) => void
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/** A field that grows with what is written; pasted pictures and files go along as attachments. */
export function Writing({ field, text, label, placeholder, onWrite, onFiles, onKeyDown }: Props): ReactNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: its height follows the text
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
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
      onChange={event => onWrite(event.target.value)}
      onKeyDown={event => !event.nativeEvent.isComposing && onKeyDown(event)}
      onPaste={paste}
    />
  )
}
