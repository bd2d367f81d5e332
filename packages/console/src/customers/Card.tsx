import { Icon, Segmented } from '@baton/ui'
import { type ReactNode, useMemo, useState } from 'react'
import { OwnFacts } from '../fields/OwnFacts.tsx'
import { useStanding } from '../fields/useStanding.ts'
import { useOnlyForm } from '../fields/useTemplates.ts'
import { InPlace } from '../forms/InPlace.tsx'
import { useRefusalText } from '../forms/refusal.ts'
import { useMe } from '../session/me.ts'
import { useTimes } from '../words/times.ts'
import { Company } from './Company.tsx'
import style from './CustomerFile.module.css'
import type { CustomerRecord } from './CustomerList.tsx'
import { Points } from './Points.tsx'
import { type CustomerPatch, useChange } from './useChange.ts'
import { useWords } from './words/index.ts'

/** How to reach the customer, and what is known of them; each changed where it stands. */
export function Card({ customer }: { customer: CustomerRecord }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const change = useChange(customer)
  const me = useMe()
  const [showsCompany, setCompany] = useState(false)
  const { salutation, company, companyId, level, externalId, note, createdAt } = customer
  const text = (key: 'company' | 'level' | 'externalId', value: string | null, maxLength: number) => (
    <div className={style.fact}>
      <dt>{t(key)}</dt>
      <dd>
        <InPlace
          label={t(key)}
          value={value ?? ''}
          maxLength={maxLength}
          onSave={change && (next => change({ [key]: next || null }))}
        />
      </dd>
    </div>
  )
  return (
    <aside className={style.card} aria-label={t('card')}>
      <Points customer={customer} kind="phones" />
      <Points customer={customer} kind="emails" />
      <section>
        <h3 className={style.cardTitle}>{t('about')}</h3>
        <dl>
          <div className={style.fact}>
            <dt>{t('salutationName')}</dt>
            <dd>{change ? <Salutation {...{ salutation, change }} /> : salutation && t(`salutation.${salutation}`)}</dd>
          </div>
          {text('company', company, 200)}
          {companyId && me.may('company.get') && (
            <div className={style.fact}>
              <dt />
              <dd>
                <button type="button" className={style.add} onClick={() => setCompany(true)}>
                  <Icon name="building" size={14} />
                  {t('companyFile')}
                </button>
              </dd>
            </div>
          )}
          {text('level', level, 30)}
          {text('externalId', externalId, 200)}
          <div className={style.fact}>
            <dt>{t('since')}</dt>
            <dd data-hint={times.full(createdAt)}>{times.moment(createdAt)}</dd>
          </div>
        </dl>
      </section>
      <OwnPart customer={customer} change={change} />
      <section>
        <h3 className={style.cardTitle}>{t('note')}</h3>
        <div className={style.note}>
          <InPlace
            label={t('note')}
            value={note ?? ''}
            placeholder={t('noNote')}
            multiline
            maxLength={5000}
            onSave={change && (next => change({ note: next || null }))}
          />
        </div>
      </section>
      {showsCompany && companyId && <Company id={companyId} onClose={() => setCompany(false)} />}
    </aside>
  )
}

interface OwnProps {
  customer: CustomerRecord
  change: ((patch: CustomerPatch) => Promise<void>) | undefined
}

/** The desk's own fields of customers. */
function OwnPart({ customer, change }: OwnProps): ReactNode {
  const { t } = useWords()
  const form = useOnlyForm('customer')
  const { name, level, fields } = customer
  const record = useMemo(() => ({ name, level }), [name, level])
  const standing = useStanding('customer', form, record, fields)
  if (form.length === 0 && Object.keys(fields).length === 0) return null
  return (
    <section>
      <h3 className={style.cardTitle}>{t('fields')}</h3>
      <OwnFacts standing={standing} onSave={change && ((key, value) => change({ fields: { [key]: value } }))} />
    </section>
  )
}

interface SalutationProps {
  salutation: CustomerRecord['salutation']
  change: (patch: CustomerPatch) => Promise<void>
}

function Salutation({ salutation, change }: SalutationProps): ReactNode {
  const { t } = useWords()
  const refusalText = useRefusalText()
  const [problem, setProblem] = useState<unknown>()
  const choose = async (next: 'mr' | 'ms' | 'none') => {
    setProblem(undefined)
    try {
      await change({ salutation: next === 'none' ? null : next })
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <>
      <Segmented<'mr' | 'ms' | 'none'>
        label={t('salutationName')}
        value={salutation ?? 'none'}
        onChange={next => void choose(next)} // shows its own problem
        choices={(['mr', 'ms', 'none'] as const).map(value => ({ value, label: t(`salutation.${value}`) }))}
      />
      {problem !== undefined && (
        <p className={style.problem} role="alert">
          {refusalText(problem)}
        </p>
      )}
    </>
  )
}
