import type { Condition, Records } from '@baton/contract'
import { Avatar, Chip, Empty, IconButton, More } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { isFinished } from '../conditions/condition.ts'
import { FilesMenu } from '../exports/FilesMenu.tsx'
import { useFormWords } from '../forms/words/index.ts'
import { useKeys } from '../frame/keys.tsx'
import { Asked } from '../lists/Asked.tsx'
import { step } from '../lists/Rows.tsx'
import { Search } from '../lists/Search.tsx'
import { useTyped } from '../lists/useTyped.ts'
import { useAsk, usePages } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { phoneText } from '../words/phone.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import style from './Customers.module.css'
import { useWords } from './words/index.ts'

const Narrowed = lazy(() => import('./Narrowed.tsx'))

export type CustomerRecord = Records['customer']

/** All customers, the newest first; found by name, company, phone, mail or number. */
export function CustomerList({ open, onNew }: { open: string | undefined; onNew: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const me = useMe()
  const [text, setText] = useState('')
  const typed = useTyped(text.trim())
  const [where, narrow] = useState<Condition>()
  const [narrowing, setNarrowing] = useState(false)
  const chosen = { ...(typed && { text: typed }), ...(where && isFinished(where) && { where: where as Sent }) }
  const { query, items } = useFound(chosen)
  const toggle = () => {
    if (!narrowing) narrow(where ?? begun)
    // What is not finished narrows nothing down, and is not kept.
    else if (!chosen.where) narrow(undefined)
    setNarrowing(!narrowing)
  }
  const mayCreate = me.may('customer.create')
  useKeys({ c: onNew }, { when: mayCreate })
  return (
    <section className={style.list} aria-label={t('title')}>
      <header className={style.head}>
        <div className={style.headLine}>
          <h1 className={style.title}>{t('title')}</h1>
          <span className={style.ways}>
            <IconButton icon="filter" label={t('filter')} on={narrowing} onClick={toggle} />
            <FilesMenu of={{ kind: 'customer', chosen }} />
            {mayCreate && <IconButton icon="plus" label={t('add')} keys="c" onClick={onNew} />}
          </span>
        </div>
        <Search value={text} onChange={setText} label={t('search')} />
        {where && (
          <Suspense>
            <Narrowed where={where} onChange={narrow} isOpen={narrowing} onClear={() => narrow(undefined)} />
          </Suspense>
        )}
      </header>
      <div className={style.scroll}>
        <Asked query={{ ...query, data: items }} rows={8}>
          {shown =>
            shown.length === 0 ? (
              <Empty
                icon={typed || chosen.where ? 'search' : 'people'}
                title={chosen.where ? t('noneSuch') : typed ? t('noneFound', { text: typed }) : t('none')}
                hint={chosen.where ? t('noneSuchHint') : typed ? t('noneFoundHint') : t('noneHint')}
              />
            ) : (
              <>
                <ul aria-label={t('title')} onKeyDown={step}>
                  {shown.map(customer => (
                    <li key={customer.id}>
                      <Row customer={customer} here={customer.id === open} />
                    </li>
                  ))}
                </ul>
                <More
                  more={query.hasNextPage}
                  busy={query.isFetchingNextPage}
                  onMore={() => void query.fetchNextPage()}
                  label={f('more')}
                />
              </>
            )
          }
        </Asked>
      </div>
    </section>
  )
}

/** As the API takes it. */
type Sent = Record<string, unknown>

/** What a filter begins with; as it stands it asks nothing yet. */
const begun: Condition = { field: 'level', op: 'isOneOf', value: [] }

/** Whole contact points and beginnings first, then everybody in whose name or company the text stands; narrowed down, those alone. */
function useFound({ text, where }: { text?: string; where?: Sent }) {
  const byPoint = text !== undefined && where === undefined
  const first = useAsk('customer.find', { text: text ?? '-', limit: 20 }, { enabled: byPoint })
  const query = usePages('customer.list', { ...(text && { text }), ...(where && { where }) })
  const items = useMemo(() => {
    const listed = query.data?.pages.flatMap(page => page.items)
    if (!byPoint) return listed
    if (!listed || !first.data) return undefined
    const known = new Set(first.data.items.map(one => one.id))
    return [...first.data.items, ...listed.filter(one => !known.has(one.id))]
  }, [byPoint, first.data, query.data])
  return { query, items }
}

function Row({ customer, here }: { customer: CustomerRecord; here: boolean }): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const { id, name, company, level, phones, emails, number, openCount, ticketCount } = customer
  const [phone] = phones
  const reach = phone ? phoneText(phone, shared('word.extension')) : emails[0]
  return (
    <Link
      to="/customers/{-$customerId}"
      params={{ customerId: id }}
      className={style.row}
      {...(here && { 'aria-current': 'true' as const })}
    >
      <Avatar name={name} size={32} />
      <span className={style.words}>
        <span className={style.name}>
          <span className="cut">{name}</span>
          {level && <Chip tone="accent">{level}</Chip>}
        </span>
        <span className={`${style.under} cut`} style={{ display: 'block' }}>
          {[company, reach ?? number].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={style.open} data-none={openCount === 0 || undefined}>
        {openCount > 0
          ? t('openCount', { count: openCount })
          : ticketCount > 0
            ? t('count', { count: ticketCount })
            : ''}
      </span>
    </Link>
  )
}
