import { Empty } from '@baton/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useCallback } from 'react'
import { NotHere } from '../frame/pages.tsx'
import { useTitle } from '../frame/title.ts'
import { useMe } from '../session/me.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { CustomerFile } from './CustomerFile.tsx'
import { CustomerList } from './CustomerList.tsx'
import style from './Customers.module.css'
import { NewCustomer } from './NewCustomer.tsx'
import { useWords } from './words/index.ts'

const ImportSheet = lazy(() => import('../imports/ImportSheet.tsx').then(it => ({ default: it.ImportSheet })))
/** What stands open beside the list, and is no customer. */
const sheets = ['new', 'import']

/** Everybody who ever asked: a list to find them in, and the file of one. On a phone one after the other. */
export function Customers(): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const me = useMe()
  const { customerId } = useParams({ strict: false })
  const shown = customerId && sheets.includes(customerId) ? undefined : customerId
  useTitle(shown ? undefined : shared('place.customers'))
  const navigate = useNavigate()
  const open = useCallback(
    (id: string | undefined) => void navigate({ to: '/customers/{-$customerId}', params: { customerId: id } }), // shows its own page
    [navigate],
  )
  if (!me.may('customer.list')) return <NotHere />
  return (
    <div className={style.panes} data-open={shown ? '' : undefined}>
      <CustomerList open={shown} onNew={() => open('new')} />
      <section className={style.file} aria-label={t('file')}>
        {shown ? (
          <CustomerFile key={shown} id={shown} onBack={() => open(undefined)} />
        ) : (
          <Empty icon="people" title={t('choose')} hint={t('chooseHint')} />
        )}
      </section>
      {customerId === 'new' && me.may('customer.create') && (
        <NewCustomer onClose={() => open(undefined)} onMade={open} />
      )}
      {customerId === 'import' && me.may('customer.import') && (
        <Suspense>
          <ImportSheet of="customer" onClose={() => open(undefined)} />
        </Suspense>
      )}
    </div>
  )
}
