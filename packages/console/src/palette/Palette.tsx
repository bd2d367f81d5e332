import { Empty, Icon, Kbd } from '@baton/ui'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useKeys } from '../frame/keys.tsx'
import { Filters } from '../search/Filters.tsx'
import { useMe } from '../session/me.ts'
import { useWords } from '../words/Speaking.tsx'
import type { Finding } from './finding.ts'
import style from './Palette.module.css'
import { useFindings } from './useFindings.tsx'

/** One field that finds everything: tickets, customers, views, pages, and what can be done now. */
export function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { findings, busy, wrong } = useFindings(text)
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const maySearch = useMe().may('ticket.search')
  const listId = useId()
  const active = findings[Math.min(at, findings.length - 1)]
  useKeys({ 'mod+k': onClose }, { covers: true })
  useEffect(() => dialog.current?.showModal(), [])

  const write = (next: string) => {
    setText(next)
    setAt(0)
    field.current?.focus()
  }
  const run = (finding: Finding | undefined) => {
    if (!finding) return
    onClose()
    finding.run()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      run(active?.stale ? findings.find(finding => finding.key === 'search') : active)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((Math.min(at, findings.length - 1) + step + findings.length) % Math.max(1, findings.length))
    }
  }
  return (
    <dialog
      ref={dialog}
      className={style.palette}
      aria-label={t('palette.title')}
      onClose={onClose}
      onMouseDown={event => event.target === event.currentTarget && onClose()}
    >
      <div className={style.box}>
        <div className={style.field}>
          <Icon name="search" />
          <input
            ref={field}
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-autocomplete="list"
            aria-label={t('palette.title')}
            {...(active && { 'aria-activedescendant': `${listId}-${active.key}` })}
            autoFocus
            className={style.input}
            placeholder={t('palette.placeholder')}
            value={text}
            onChange={event => write(event.target.value)}
            onKeyDown={press}
          />
          <Kbd keys="esc" />
        </div>
        {maySearch && (
          <div className={style.filters}>
            <Filters text={text} onText={write} />
          </div>
        )}
        {wrong && <div className={style.wrong}>{wrong}</div>}
        <Findings listId={listId} findings={findings} active={active} onPoint={setAt} onRun={run} />
        {findings.length === 0 && (
          <div className={style.none}>
            {busy ? (
              <span className={style.busy}>{t('palette.searching')}</span>
            ) : (
              <Empty title={t('palette.none')} hint={t('palette.noneHint')} />
            )}
          </div>
        )}
      </div>
    </dialog>
  )
}

interface FindingsProps {
  listId: string
  findings: readonly Finding[]
  active: Finding | undefined
  onPoint: (at: number) => void
  onRun: (finding: Finding) => void
}

function Findings({ listId, findings, active, onPoint, onRun }: FindingsProps): ReactNode {
  const { t } = useWords()
  const groups = useMemo(
    () => findings.map((finding, index) => finding.group !== findings[index - 1]?.group),
    [findings],
  )
  return (
    <div id={listId} role="listbox" aria-label={t('palette.title')} className={style.list}>
      {findings.map((finding, index) => (
        <div key={finding.key}>
          {groups[index] && <div className={style.group}>{t(`palette.group.${finding.group}`)}</div>}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field */}
          <div
            id={`${listId}-${finding.key}`}
            role="option"
            aria-selected={finding === active}
            className={style.finding}
            ref={finding === active ? element => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseMove={() => onPoint(index)}
            onClick={() => onRun(finding)}
          >
            {finding.face}
            <span className={style.words}>{finding.shown ?? finding.label}</span>
            <span className={style.under}>{finding.under}</span>
            {finding.keys && <Kbd keys={finding.keys} />}
          </div>
        </div>
      ))}
    </div>
  )
}
