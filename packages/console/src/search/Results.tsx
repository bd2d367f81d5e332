import { Empty, IconButton, More, Wrong } from '@baton/ui'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { FilesMenu } from '../exports/FilesMenu.tsx'
import { useFormWords } from '../forms/words/index.ts'
import { useKeys } from '../frame/keys.tsx'
import { Asked } from '../lists/Asked.tsx'
import { Search } from '../lists/Search.tsx'
import { useMe } from '../session/me.ts'
import { isProblem } from '../session/problem.ts'
import { Bulk } from '../workspace/Bulk.tsx'
import { isChosen, useSelection } from '../workspace/selection.ts'
import { useListKeys } from '../workspace/useListKeys.ts'
import { Filters } from './Filters.tsx'
import { countText } from './found.ts'
import style from './Results.module.css'
import { Row } from './Row.tsx'
import { SaveView } from './SaveView.tsx'
import { Syntax } from './Syntax.tsx'
import { useSearch } from './useSearch.ts'
import { useWords } from './words/index.ts'

interface Props {
  text: string
  /** What is looked for now: the text once it stood still. */
  asked: string
  onText: (text: string) => void
  open: string | undefined
  onOpen: (number: string | undefined) => void
}

/** The field, what it asks for in chips, and what was found. */
export function Results({ text, asked, onText, open, onOpen }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const pane = useRef<HTMLElement>(null)
  const [saving, setSaving] = useState(false)
  const search = useSearch(asked)
  const { found, count, isMore, error } = search
  const { cursor, setCursor, move } = useCursor(
    pane,
    found.findIndex(ticket => ticket.number === open),
  )
  const mayChoose = useMe().may('bulk.start')
  const selection = useSelection(found, asked)
  const choosing = mayChoose ? selection : undefined
  useListKeys({ rows: found, cursor, open, onOpen, move, setCursor, selection: choosing })
  useKeys({ '/': () => pane.current?.querySelector('input')?.focus() })
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isStep = event.key === 'ArrowDown' || event.key === 'Enter'
    if (!isStep || text.trim() !== asked || found.length === 0) return
    event.preventDefault()
    if (event.target instanceof HTMLElement) event.target.blur()
    const at = Math.max(0, cursor)
    setCursor(at)
    move(at)
    if (event.key === 'Enter') onOpen(found[at]?.number)
  }
  const wrong = isProblem(error, 'invalid') ? error.at('text') : undefined
  return (
    <section ref={pane} className={style.results} aria-label={t('title')}>
      <header className={style.head}>
        <div className={style.headLine}>
          <h1 className={style.title}>{t('title')}</h1>
          <span className={style.count} role="status">
            {asked && !wrong && search.data ? t('count', { count: countText(count, isMore) }) : ''}
          </span>
          <FilesMenu of={asked && !wrong ? { text: asked } : undefined} />
          <IconButton
            icon="star"
            label={t('save')}
            disabled={!asked || wrong !== undefined}
            onClick={() => setSaving(true)}
          />
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens for Enter and the arrow from the field inside */}
        <div onKeyDown={press}>
          <Search value={text} onChange={onText} label={t('field')} autoFocus={!open} />
        </div>
        <Filters text={text} onText={onText} />
      </header>
      <div className={style.scroll} data-old={search.isPlaceholderData || undefined}>
        {wrong ? (
          <div className={style.wrong}>
            <Wrong>{wrong}</Wrong>
          </div>
        ) : asked === '' ? (
          <div className={style.narrow}>
            <Syntax onTry={example => onText(`${text.trim()} ${example}`.trim())} />
          </div>
        ) : (
          <Asked query={{ ...search, data: search.data && found }} rows={6}>
            {shown =>
              shown.length === 0 && !search.hasNextPage ? (
                <Empty icon="search" title={t('none', { text: asked })} hint={t('noneHint')} />
              ) : (
                <>
                  <ul aria-label={t('found')} data-choosing={choosing?.choosing || undefined}>
                    {shown.map((ticket, at) => (
                      <Row
                        key={ticket.id}
                        ticket={ticket}
                        open={ticket.number === open}
                        current={at === cursor}
                        onOpen={onOpen}
                        at={at}
                        chosen={isChosen(selection.chosen, ticket.id)}
                        onChoose={choosing?.toggle}
                      />
                    ))}
                  </ul>
                  <More
                    more={search.hasNextPage}
                    busy={search.isFetchingNextPage}
                    onMore={() => void search.fetchNextPage()} // tells its own failure
                    label={f('more')}
                  />
                </>
              )
            }
          </Asked>
        )}
      </div>
      <Bulk selection={selection} of={{ text: asked }} total={isMore ? countText(count, isMore) : count} />
      {saving && <SaveView text={asked} onClose={() => setSaving(false)} />}
    </section>
  )
}

/** Where j and k stand; with a ticket open, at it. */
function useCursor(pane: { current: HTMLElement | null }, openAt: number) {
  const [at, setAt] = useState(-1)
  const [seen, setSeen] = useState(-1)
  if (openAt !== seen) {
    setSeen(openAt)
    if (openAt >= 0) setAt(openAt)
  }
  const move = (to: number) => pane.current?.querySelectorAll('[data-row]')[to]?.scrollIntoView({ block: 'nearest' })
  return { cursor: at, setCursor: setAt, move }
}
