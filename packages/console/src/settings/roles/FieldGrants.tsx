import type { Records } from '@baton/contract'
import { Segmented, Wrong } from '@baton/ui'
import type { ReactNode } from 'react'
import { useFieldName } from '../../conditions/useFieldName.ts'
import { type FieldRecord, useFields } from '../../fields/useFields.ts'
import { wordOf } from '../../fields/word.ts'
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
const built: readonly { id: string; answers: readonly Answer[] }[] = [
  { id: 'subject', answers: ['open', 'frozen'] },
  { id: 'urgency', answers: ['open', 'frozen'] },
  { id: 'requestType', answers: ['open', 'frozen', 'hidden'] },
  { id: 'categoryId', answers: ['open', 'frozen', 'hidden'] },
  { id: 'tags', answers: ['open', 'frozen'] },
  { id: 'customerId', answers: ['open', 'frozen', 'hidden'] },
]

const answers: readonly Answer[] = ['open', 'frozen', 'hidden']

/** The desk's own fields, each once: a grant holds of a key wherever it stands. */
function useOwnFields(): { id: string; definition: FieldRecord }[] {
  const all = [...useFields('ticket'), ...useFields('customer'), ...useFields('company')]
  const byKey = new Map(all.filter(({ archived }) => !archived).map(field => [field.key, field]))
  return [...byKey.values()].map(definition => ({ id: `fields.${definition.key}`, definition }))
}

/** What people of a role do not see of a ticket, or see and cannot change. Somebody with several roles has the mildest. */
export function FieldGrants({ value, onChange, fixed, problem }: Props): ReactNode {
  const { t, i18n } = useWords()
  const fieldName = useFieldName()
  const own = useOwnFields()
  const fields = [...built, ...own.map(({ id }) => ({ id, answers }))]
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
        {[...fields, ...others.map(id => ({ id, answers }))].map(({ id, answers: offered }) => {
          const definition = own.find(one => one.id === id)?.definition
          const label = definition ? wordOf(definition, i18n.language) : fieldName('ticket', id)
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
                  choices={offered.map(one => ({ value: one, label: t(`roles.${one}`) }))}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
