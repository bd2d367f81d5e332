import type { CardLead } from '@baton/contract'
import { Field, Select } from '@baton/ui'
import { InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/index.ts'
import { begunLead, countOf, type LeadWay, leadOf, leadWays, wayOf } from './lead.ts'
import style from './Number.module.css'

interface Props {
  lead: CardLead | null
  onChange: (lead: CardLead | null) => void
  error: string | undefined
}

/** When the yellow card falls: so long before, with so much of the time left, or never. */
export function LeadInput({ lead, onChange, error }: Props): ReactNode {
  const { t } = useWords()
  const [way, setWay] = useState<LeadWay>(wayOf(lead))
  const count = countOf(lead, way)
  return (
    <Field
      label={t('policies.lead.title')}
      error={error}
      hint={t(lead ? 'policies.lead.hint' : 'policies.lead.noneHint')}
    >
      {tie => (
        <span className={style.line}>
          {count !== null && (
            <>
              <span className={style.words}>{t(way === 'share' ? 'policies.lead.left' : 'policies.lead.before')}</span>
              <InputNumber<number>
                {...tie}
                className={style.number ?? ''}
                controls={false}
                min={way === 'share' ? 1 : 1 / 60}
                max={way === 'share' ? 90 : 80_000}
                {...(way === 'share' && { precision: 0 })}
                value={count}
                onChange={next => next !== null && onChange(leadOf(next, way))}
              />
            </>
          )}
          <Select<LeadWay>
            {...(count === null ? { tie } : { label: t('policies.unitOf', { what: t('policies.lead.title') }) })}
            value={way}
            onChange={next => {
              setWay(next)
              onChange(begunLead(lead, way, next))
            }}
            options={leadWays.map(value => ({ value, label: t(`policies.lead.way.${value}`) }))}
          />
        </span>
      )}
    </Field>
  )
}
