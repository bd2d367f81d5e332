import type { Condition, GrantMap } from '@baton/contract'
import { Segmented } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ConditionEditor } from '../../conditions/ConditionEditor.tsx'
import { ConditionWords } from '../../conditions/ConditionWords.tsx'
import { useFormWords } from '../../forms/words/index.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useWords } from '../words/index.ts'
import style from './GrantsEditor.module.css'
import { type Grant, type GrantName, kindOf, takesCondition } from './grantable.ts'

interface Props {
  name: GrantName
  grant: Grant | undefined
  onChange: (grant: GrantMap[string] | undefined) => void
  fixed: boolean
  problem: string | undefined
}

type Answer = 'no' | 'yes' | 'if'

/** One thing that can be granted: no, yes, or where a sentence holds. */
export function GrantLine({ name, grant, onChange, fixed, problem }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const [editing, setEditing] = useState(false)
  const kind = kindOf(name)
  const answer: Answer = grant === undefined ? 'no' : grant === true ? 'yes' : 'if'
  const condition = answer === 'if' ? (grant as Condition) : undefined
  const choose = (next: Answer) => {
    setEditing(next === 'if')
    if (next === 'if') onChange((condition ?? usualFor(kind)) as GrantMap[string])
    else onChange(next === 'yes' ? true : undefined)
  }
  const label = shared(`verb.${name}`)
  return (
    <li className={style.line}>
      <div className={style.name}>
        {label}
        <code className={style.code}>{name}</code>
      </div>
      {fixed ? (
        <span className={style.fixed} data-answer={answer}>
          {t(`roles.${answer}`)}
        </span>
      ) : (
        <Segmented<Answer>
          label={label}
          value={answer}
          onChange={choose}
          choices={[
            { value: 'no', label: t('roles.no') },
            { value: 'yes', label: t('roles.yes') },
            ...(takesCondition(name) || condition ? [{ value: 'if' as const, label: t('roles.if') }] : []),
          ]}
        />
      )}
      {condition && (
        <div className={style.condition}>
          {editing && !fixed ? (
            <div className={style.editing}>
              <ConditionEditor kind={kind} value={condition} onChange={next => onChange(next as GrantMap[string])} />
              <Button size="small" className={style.done ?? ''} onClick={() => setEditing(false)}>
                {f('done')}
              </Button>
            </div>
          ) : (
            <span className={style.words}>
              {t('roles.where')}
              <ConditionWords kind={kind} condition={condition} />
              {!fixed && (
                <button type="button" className={style.edit} onClick={() => setEditing(true)}>
                  {f('edit')}
                </button>
              )}
            </span>
          )}
        </div>
      )}
      {problem && (
        <p className={style.problem} role="alert">
          {problem}
        </p>
      )}
    </li>
  )
}

/** The sentence that most want: one's own departments' or in one's own hands. */
function usualFor(kind: string): Condition {
  const ours: Condition = { field: 'departmentId', op: 'isOneOf', value: '$me.departments' }
  if (kind === 'ticket') return { any: [ours, { field: 'assigneeId', op: 'is', value: '$me' }] }
  if (kind === 'agent') return { field: 'departmentIds', op: 'containsAny', value: '$me.departments' }
  if (kind === 'department') return { field: 'id', op: 'isOneOf', value: '$me.managed' }
  if (kind === 'customer') return { field: 'level', op: 'isOneOf', value: [] }
  return ours
}
