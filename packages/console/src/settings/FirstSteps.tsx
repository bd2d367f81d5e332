import { Icon } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAll } from '../lists/useAll.ts'
import { useAgents, useDepartments } from '../people/directory.ts'
import { useMe } from '../session/me.ts'
import style from './Home.module.css'
import { useWords } from './words/index.ts'

interface Step {
  page: 'departments' | 'people' | 'mailboxes'
  done: boolean
}

/** The steps that are to be shown: none when all are taken or somebody else takes them, unknown while it is asked. */
export function useFirstSteps(): readonly Step[] | undefined {
  const me = useMe()
  const agents = useAgents()
  const departments = useDepartments()
  const mayAll = me.may('department.create') && me.may('agent.create') && me.may('mailbox.update')
  const { data: mailboxes, error } = useAll('mailbox.list', {}, mayAll)
  if (!mayAll || error) return []
  if (agents.length === 0 || departments.length === 0 || !mailboxes) return undefined
  const steps: Step[] = [
    { page: 'departments', done: departments.length > 1 },
    { page: 'people', done: agents.length > 1 },
    { page: 'mailboxes', done: mailboxes.some(({ address }) => !address.endsWith('@localhost')) },
  ]
  return steps.every(step => step.done) ? [] : steps
}

/** The three steps from a fresh desk to one that works, until they are taken: departments, people, a mailbox. */
export function FirstSteps({ steps }: { steps: readonly Step[] }): ReactNode {
  const { t } = useWords()
  return (
    <section>
      <p className={style.under}>{t('steps.under')}</p>
      <ol className={style.steps}>
        {steps.map(({ page, done }, at) => (
          <li key={page} style={{ display: 'grid' }}>
            <Link
              to="/settings/{-$page}/{-$id}"
              params={{ page, id: undefined }}
              className={style.step}
              data-done={done || undefined}
            >
              <span className={style.stepHead}>
                {done ? <Icon name="done" label={t('steps.done')} /> : <span>{at + 1}.</span>}
                <span>{t(`steps.${page}`)}</span>
              </span>
              <span className={style.stepUnder}>{t(`steps.${page}Under`)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
