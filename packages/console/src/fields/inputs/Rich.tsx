import { Icon, type IconName } from '@baton/ui'
import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import style from '../fields.module.css'
import { useFieldWords } from '../words/index.ts'
import { type InputProps, textOf } from './input.ts'

type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'bulletList' | 'orderedList' | 'blockquote'
const marks: readonly { mark: Mark; face: string | { icon: IconName } }[] = [
  { mark: 'bold', face: 'B' },
  { mark: 'italic', face: 'I' },
  { mark: 'underline', face: 'U' },
  { mark: 'strike', face: 'S' },
  { mark: 'bulletList', face: { icon: 'all' } },
  { mark: 'orderedList', face: '1.' },
  { mark: 'blockquote', face: '❝' },
]

/** Words with weight, lists, quotations and links: as much as the server keeps. */
export function RichInput({ tie, label, value, onChange, disabled }: InputProps<'richText'>): ReactNode {
  const { t } = useFieldWords()
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor>()
  const [on, setOn] = useState<ReadonlySet<Mark>>(new Set())
  const latest = useRef({ onChange, value, tie, label })
  latest.current = { onChange, value, tie, label }
  const { id } = tie
  useEffect(() => {
    const { current } = place
    if (!current) return
    const made = new Editor({
      element: current,
      extensions: [
        StarterKit.configure({
          heading: { levels: [3, 4] },
          link: { openOnClick: false, defaultProtocol: 'https', protocols: ['http', 'https', 'mailto', 'tel'] },
        }),
      ],
      content: textOf(latest.current.value),
      editable: !disabled,
      editorProps: {
        // It sends the form, and breaks no line.
        handleKeyDown: (_view, event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey),
        attributes: {
          id,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': latest.current.label,
          class: style.rich ?? '',
        },
      },
      onUpdate: ({ editor: now }) => latest.current.onChange(now.isEmpty ? null : now.getHTML()),
      onTransaction: ({ editor: now }) =>
        setOn(new Set(marks.map(({ mark }) => mark).filter(mark => now.isActive(mark)))),
    })
    setEditor(made)
    return () => made.destroy()
  }, [id, disabled])
  const wrong = tie['aria-invalid'] === true
  useEffect(() => {
    if (!editor || editor.isDestroyed) return
    if (wrong) editor.view.dom.setAttribute('aria-invalid', 'true')
    else editor.view.dom.removeAttribute('aria-invalid')
  }, [editor, wrong])
  useEffect(() => {
    // From outside: a preset, what somebody else wrote. One's own words come back as they are.
    const text = textOf(value)
    if (editor && !editor.isDestroyed && text !== (editor.isEmpty ? '' : editor.getHTML()) && !editor.isFocused)
      editor.commands.setContent(text, { emitUpdate: false })
  }, [editor, value])
  const press = (mark: Mark) => {
    const chain = editor?.chain().focus()
    if (!chain) return
    const toggles = {
      bold: () => chain.toggleBold(),
      italic: () => chain.toggleItalic(),
      underline: () => chain.toggleUnderline(),
      strike: () => chain.toggleStrike(),
      bulletList: () => chain.toggleBulletList(),
      orderedList: () => chain.toggleOrderedList(),
      blockquote: () => chain.toggleBlockquote(),
    }
    toggles[mark]().run()
  }
  return (
    <div
      className={style.richBox}
      data-disabled={disabled || undefined}
      {...(tie['aria-invalid'] && { 'data-wrong': '' })}
    >
      {!disabled && (
        <div className={style.richBar} role="toolbar" aria-label={`${label} ${t('rich.bar')}`}>
          {marks.map(({ mark, face }) => (
            <button
              key={mark}
              type="button"
              className={style.richMark}
              data-mark={mark}
              aria-label={t(`rich.${mark}`)}
              aria-pressed={on.has(mark)}
              data-hint={t(`rich.${mark}`)}
              onMouseDown={event => event.preventDefault()}
              onClick={() => press(mark)}
            >
              {typeof face === 'string' ? face : <Icon name={face.icon} size={14} />}
            </button>
          ))}
        </div>
      )}
      <div ref={place} />
    </div>
  )
}
