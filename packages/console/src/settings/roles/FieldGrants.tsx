import type { Records } from '@baton/contract'
import { Segmented, Wrong } from '@baton/ui'
import type { ReactNode } from 'react'
import { useFieldName } from '../../conditions/useFieldName.ts'
import { useWords } from '../words/index.ts'
import style from './GrantsEditor.module.css'

export type FieldGrantMap = Records['role']['fields']

interface Props {
  value: FieldGrantMap
  onChange: (fields: FieldGrantMap) => void
  fixed: boolean
  problem?: string | undefined
}

type Answer = 'open' | 'frozen' | 'hidden'

/** The fields of a ticket that can be withheld, and whether they are ever written by hand. */
const fields: readonly { id: string; answers: readonly Answer[] }[] = [
  { id: 'subject', answers: ['open', 'frozen'] },
  { id: 'urgency', answers: ['open', 'frozen'] },
  { id: 'requestType', answers: ['open', 'frozen', 'hidden'] },
  { id: 'categoryId', answers: ['open', 'frozen', 'hidden'] },
  { id: 'tags', answers: ['open', 'frozen'] },
  { id: 'customerId', answers: ['open', 'frozen', 'hidden'] },
]

/** What people of a role do not see of a ticket, or see and cannot change. Somebody with several roles has the mildest. */
export function FieldGrants({ value, onChange, fixed, problem }: Props): ReactNode {
  const { t } = useWords()
  const fieldName = useFieldName()
  const others = Object.keys(value).filter(id => !fields.some(field => field.id === id))
  const put = (id: string, answer: Answer) => {
    const { [id]: _before, ...rest } = value
    onChange(answer === 'open' ? rest : { ...rest, [id]: answer })
  }
  return (
    <div className={style.editor}>
      <p style={{ color: 'var(--ink-2)', fontSize: 13 }}>{t('roles.fieldsUnder')}</p>
      {problem && <Wrong>{problem}</Wrong>}
      <ul style={{ paddingTop: 8 }}>
        {[...fields, ...others.map(id => ({ id, answers: ['open', 'frozen', 'hidden'] as const }))].map(
          ({ id, answers }) => {
            const label = fieldName('ticket', id)
            const answer: Answer = value[id] ?? 'open'
            return (
              <li key={id} className={style.line}>
                <div className={style.name}>
                  {label}
                  <code className={style.code}>{id}</code>
                </div>
                {fixed ? (
                  <span className={style.fixed}>{t(`roles.${answer}`)}</span>
                ) : (
                  <Segmented<Answer>
                    label={label}
                    value={answer}
                    onChange={next => put(id, next)}
                    choices={answers.map(one => ({ value: one, label: t(`roles.${one}`) }))}
                  />
                )}
              </li>
            )
          },
        )}
      </ul>
    </div>
  )
}
