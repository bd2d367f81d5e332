import { textParts } from '@baton/contract'
import type { Tie } from '@baton/ui'
import { type ReactNode, useMemo, useRef } from 'react'
import { PlaceholderMenu } from './PlaceholderMenu.tsx'
import style from './SpokenField.module.css'

interface Props {
  tie: Tie
  value: string
  onChange: (text: string) => void
  /** Characters. */
  most: number
  lines?: number
  disabled?: boolean
}

/** Words with placeholders: these stand out as they are typed, unknown ones as wrong, and are inserted by their names. */
export function SpokenField({ tie, value, onChange, most, lines = 2, disabled = false }: Props): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null)
  const insert = (name: string) => {
    const area = field.current
    const token = `{{${name}}}`
    const [from, to] = area ? [area.selectionStart, area.selectionEnd] : [value.length, value.length]
    onChange(value.slice(0, from) + token + value.slice(to))
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(from + token.length, from + token.length)
    })
  }
  return (
    <div
      className={style.frame}
      data-wrong={tie['aria-invalid'] ? '' : undefined}
      data-disabled={disabled || undefined}
    >
      <div className={style.stack} style={{ minHeight: `${lines * 1.6 + 0.7}em` }}>
        <Backdrop text={value} />
        <textarea
          {...tie}
          ref={field}
          className={style.field}
          rows={lines}
          maxLength={most}
          disabled={disabled}
          spellCheck={false}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      </div>
      {!disabled && (
        <div className={style.tools}>
          <PlaceholderMenu onPick={insert} />
        </div>
      )}
    </div>
  )
}

/** The same words beneath the field's own, where the placeholders have their ground; it also makes the field as high as they are. */
function Backdrop({ text }: { text: string }): ReactNode {
  const parts = useMemo(() => rawParts(text), [text])
  return (
    <div className={style.back} aria-hidden>
      {parts.map(({ raw, mark }, at) =>
        mark ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no identity but their place
          <mark key={at} data-mark={mark}>
            {raw}
          </mark>
        ) : (
          raw
        ),
      )}
      {'\n'}
    </div>
  )
}

function rawParts(text: string): { raw: string; mark?: 'known' | 'wrong' }[] {
  return textParts(text).map(part => {
    if ('text' in part) return { raw: part.text.replaceAll('{{', '\\{{') }
    if ('broken' in part) return { raw: part.broken, mark: 'wrong' }
    return { raw: part.raw, mark: part.known ? 'known' : 'wrong' }
  })
}
