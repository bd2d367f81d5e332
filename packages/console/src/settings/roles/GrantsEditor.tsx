import type { GrantMap } from '@baton/contract'
import { Wrong } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { useFormWords } from '../../forms/words/index.ts'
import { Search } from '../../lists/Search.tsx'
import type { FieldProblem } from '../../session/problem.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useWords } from '../words/index.ts'
import { GrantGroupPart } from './GrantGroupPart.tsx'
import style from './GrantsEditor.module.css'
import type { GrantGroup } from './grantable.ts'

interface Props {
  groups: readonly GrantGroup[]
  value: GrantMap
  onChange: (grants: GrantMap) => void
  fixed?: boolean
  /** What is wrong with the whole, and with single grants by their path `grants.ticket.reply`. */
  problem?: string | undefined
  problems?: readonly FieldProblem[]
}

/** Everything that can be done and seen, by domain word: no, yes, or where a condition holds. */
export function GrantsEditor({ groups, value, onChange, fixed = false, problem, problems = [] }: Props): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = groups
    .map(group => ({
      ...group,
      names: group.names.filter(
        name => !wanted || name.toLowerCase().includes(wanted) || shared(`verb.${name}`).toLowerCase().includes(wanted),
      ),
    }))
    .filter(group => group.names.length > 0)
  return (
    <div className={style.editor}>
      {value['*'] === true && (
        <p className={style.everything}>{t(fixed ? 'roles.everythingFixed' : 'roles.everything')}</p>
      )}
      {problem && !problems.some(({ path }) => path.startsWith('grants.')) && <Wrong>{problem}</Wrong>}
      <div className={style.search}>
        <Search value={text} onChange={setText} label={t('roles.searchGrants')} />
      </div>
      {shown.length === 0 && <p className={style.none}>{f('noMatch')}</p>}
      {shown.map(group => (
        <GrantGroupPart
          key={group.kind}
          group={group}
          value={value}
          onChange={onChange}
          fixed={fixed || value['*'] === true}
          open={wanted !== ''}
          problems={problems}
        />
      ))}
    </div>
  )
}
