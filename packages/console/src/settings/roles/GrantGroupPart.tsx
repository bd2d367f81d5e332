import type { GrantMap } from '@baton/contract'
import { Icon } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import type { FieldProblem } from '../../session/problem.ts'
import { useWords } from '../words/index.ts'
import { GrantLine } from './GrantLine.tsx'
import style from './GrantsEditor.module.css'
import { countOf, type GrantGroup, grantOf } from './grantable.ts'

interface Props {
  group: GrantGroup
  value: GrantMap
  onChange: (grants: GrantMap) => void
  fixed: boolean
  /** Open while something is searched for. */
  open: boolean
  problems: readonly FieldProblem[]
}

/** The grants about one domain word behind one line that tells how many are given. */
export function GrantGroupPart({ group, value, onChange, fixed, open, problems }: Props): ReactNode {
  const { t } = useWords()
  const { kind, names } = group
  const { given, conditional } = countOf(value, names)
  const [unfolded, unfold] = useState(kind === 'ticket')
  const shown = open || unfolded || problems.some(problem => problem.path.startsWith(`grants.${kind}.`))
  const put = (changes: Record<string, GrantMap[string] | undefined>) => {
    const next = { ...value, ...changes }
    onChange(Object.fromEntries(Object.entries(next).filter(([, grant]) => grant !== undefined)) as GrantMap)
  }
  const all = (grant: true | undefined) => put(Object.fromEntries(names.map(name => [name, grant])))
  const count =
    given === 0
      ? t('roles.countNone')
      : t(conditional > 0 ? 'roles.countSome' : 'roles.count', { given, of: names.length, conditional })
  return (
    <section className={style.group}>
      <div className={style.head}>
        <button type="button" className={style.fold} aria-expanded={shown} onClick={() => unfold(!unfolded)}>
          <Icon name={shown ? 'down' : 'right'} size={14} />
          <span className={style.kind}>{t(`kind.${kind}`)}</span>
          <span className={style.count} data-none={given === 0 || undefined}>
            {count}
          </span>
        </button>
        {!fixed && shown && (
          <span className={style.all}>
            <button type="button" onClick={() => all(true)} disabled={given === names.length && conditional === 0}>
              {t('roles.allowAll')}
            </button>
            <button type="button" onClick={() => all(undefined)} disabled={given === 0}>
              {t('roles.allowNone')}
            </button>
          </span>
        )}
      </div>
      {shown && (
        <ul className={style.lines}>
          {names.map(name => (
            <GrantLine
              key={name}
              name={name}
              grant={grantOf(value, name)}
              onChange={grant => put({ [name]: grant })}
              fixed={fixed}
              problem={
                problems.find(({ path }) => path === `grants.${name}` || path.startsWith(`grants.${name}.`))?.detail
              }
            />
          ))}
        </ul>
      )}
    </section>
  )
}
