import { useSearch as useAddress, useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { NotHere } from '../frame/pages.tsx'
import { useTitle } from '../frame/title.ts'
import { useMe } from '../session/me.ts'
import { useSettled } from '../tickets/new/settled.ts'
import { Ticket } from '../tickets/Ticket.tsx'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { Results } from './Results.tsx'
import style from './SearchPage.module.css'
import { Syntax } from './Syntax.tsx'
import { useWords } from './words/index.ts'

/** After so long without a key the words are looked for. Milliseconds. */
const rest = 200

/** What was found at the left, the ticket that stands open at the right; on a phone one after the other. */
export function SearchPage(): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const { number } = useParams({ strict: false })
  const { q = '' } = useAddress({ strict: false })
  const navigate = useNavigate()
  const [text, setText] = useState(q)
  const asked = useSettled(text.trim(), rest)
  useTitle(number ? undefined : t('title'))
  // The address follows what is typed, and the field what the address says when one goes back.
  const [told, setTold] = useState(q)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address
  useEffect(() => {
    if (asked === q) return
    setTold(asked)
    void navigate({ to: '/search/{-$number}', params: { number }, search: asked ? { q: asked } : {}, replace: true }) // shows its own page
  }, [asked])
  useEffect(() => {
    if (q === told) return
    setTold(q)
    setText(q)
  }, [q, told])
  const open = useCallback(
    (next: string | undefined) =>
      void navigate({ to: '/search/{-$number}', params: { number: next }, search: q ? { q } : {} }), // shows its own page
    [navigate, q],
  )
  if (!me.may('ticket.search')) return <NotHere />
  return (
    <div className={style.panes} data-open={number ? '' : undefined}>
      <Results text={text} asked={asked} onText={setText} open={number} onOpen={open} />
      <section className={style.ticket} aria-label={shared('ticket.pane')}>
        {number ? (
          <Ticket key={number} number={number} onBack={() => open(undefined)} />
        ) : (
          <Syntax onTry={example => setText(old => `${old.trim()} ${example}`.trim())} />
        )}
      </section>
    </div>
  )
}
