import type { Records } from '@baton/contract'
import { Avatar } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { OwnFacts } from '../fields/OwnFacts.tsx'
import { useStanding } from '../fields/useStanding.ts'
import { useOnlyForm } from '../fields/useTemplates.ts'
import { FactList } from '../forms/FactList.tsx'
import { InPlace } from '../forms/InPlace.tsx'
import { LastChange } from '../forms/LastChange.tsx'
import { Part } from '../forms/Part.tsx'
import { RecordSheet } from '../forms/RecordSheet.tsx'
import { Sheet } from '../forms/Sheet.tsx'
import { useDo } from '../forms/useDo.ts'
import { useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { useTimes } from '../words/times.ts'
import style from './Company.module.css'
import { useWords } from './words/index.ts'

type CompanyRecord = Records['company']

/** Where a customer works: its name, the desk's own fields of companies, and who else we know there. */
export function Company({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const query = useAsk('company.get', { id })
  return (
    <RecordSheet query={query} onClose={onClose}>
      {company => <Shown company={company} onClose={onClose} />}
    </RecordSheet>
  )
}

function Shown({ company, onClose }: { company: CompanyRecord; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const perform = useDo()
  const form = useOnlyForm('company')
  const { id: companyId, name, fields, version, allowed } = company
  const record = useMemo(() => ({ name }), [name])
  const standing = useStanding('company', form, record, fields)
  const may = allowed.includes('company.update')
  return (
    <Sheet title={name} onClose={onClose} foot={<LastChange subjectId={companyId} />}>
      <FactList
        facts={[
          [
            t('companyName'),
            <InPlace
              key="name"
              label={t('companyName')}
              value={name}
              maxLength={200}
              onSave={may ? value => perform('company.update', { companyId, name: value, version }) : undefined}
            />,
          ],
          [t('since'), times.moment(company.createdAt)],
        ]}
      />
      <OwnFacts
        standing={standing}
        onSave={
          may ? (key, value) => perform('company.update', { companyId, fields: { [key]: value }, version }) : undefined
        }
      />
      <People company={company} onClose={onClose} />
    </Sheet>
  )
}

const shownAtMost = 20

function People({ company, onClose }: { company: CompanyRecord; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const { data } = useAsk('customer.list', { text: company.name, limit: 50 }, { enabled: me.may('customer.list') })
  const people = data?.items.filter(({ companyId }) => companyId === company.id).slice(0, shownAtMost) ?? []
  if (people.length === 0) return null
  return (
    <Part title={t('companyPeople', { count: company.customerCount })}>
      <ul className={style.people}>
        {people.map(({ id, name, number }) => (
          <li key={id}>
            <Link to="/customers/{-$customerId}" params={{ customerId: id }} className={style.person} onClick={onClose}>
              <Avatar name={name} size={24} />
              <span className="cut">{name}</span>
              <span className={style.number}>{number}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  )
}
