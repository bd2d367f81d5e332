import { Wrong } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Fragment, type ReactNode, useState } from 'react'
import { knownFrom } from './make.ts'
import { type Making, planOf } from './plan.ts'
import style from './Setup.module.css'
import { type Template, templates } from './templates.ts'
import { useMaking } from './useMaking.ts'
import { usePresent } from './usePresent.ts'
import { useWords } from './words/index.ts'

/** One of the scenarios makes departments, the categories that go to them, and request types. */
export function Departments(): ReactNode {
  const { t, i18n } = useWords()
  const [chosen, choose] = useState<Template>()
  const making = useMaking()
  const present = usePresent()
  const plan = chosen && present ? planOf(chosen, present, i18n.language) : undefined
  return (
    <>
      <h2 className={style.heading}>{t('departments.title')}</h2>
      <p className={style.note}>{t('departments.under')}</p>
      <div className={style.templates}>
        {templates.map(template => (
          <button
            key={template.key}
            type="button"
            className={style.template}
            aria-pressed={template === chosen}
            disabled={making.busy}
            onClick={() => choose(template)}
          >
            <span className={style.templateName}>{t(`template.${template.key}.name`)}</span>
            <span className={style.note}>{t(`template.${template.key}.under`)}</span>
          </button>
        ))}
      </div>
      {plan && present && (
        <>
          <Plan plan={plan} />
          <div className={style.line}>
            <Button
              type="primary"
              loading={making.busy}
              disabled={plan.length === 0}
              onClick={() =>
                void making.run(plan, knownFrom(present, chosen as Template, i18n.language), i18n.language)
              }
            >
              {making.busy ? t('departments.making', { done: making.done, all: making.all }) : t('departments.make')}
            </Button>
            {making.made > 0 && <span role="status">{t('departments.made', { count: making.made })}</span>}
          </div>
        </>
      )}
      {making.problem && <Wrong>{t('departments.stopped', making.problem)}</Wrong>}
      <p className={style.note} style={{ marginTop: 16 }}>
        {present &&
          t('departments.have', { departments: present.departments.length, categories: present.categories.length })}
        {' · '}
        <Link to="/settings/{-$page}/{-$id}" params={{ page: 'departments', id: undefined }} className={style.manage}>
          {t('departments.manage')}
        </Link>
      </p>
    </>
  )
}

/** What the press of the button will make. */
function Plan({ plan }: { plan: readonly Making[] }): ReactNode {
  const { t } = useWords()
  const of = (kind: Making['make']) => plan.filter(({ make }) => make === kind)
  const roots = new Map<string, string[]>()
  for (const one of plan) {
    if (one.make !== 'category') continue
    const key = t('departments.goes', { category: one.root, department: one.department })
    roots.set(key, [...(roots.get(key) ?? []), one.name])
  }
  if (plan.length === 0) return <p className={style.note}>{t('departments.nothing')}</p>
  return (
    <dl className={style.plan} aria-label={t('departments.makes')}>
      <dt>{t('departments.departments')}</dt>
      <dd>
        {of('department')
          .map(({ name }) => name)
          .join('、') || t('departments.nothing')}
      </dd>
      <dt>{t('departments.categories')}</dt>
      <dd>
        {[...roots].map(([root, names]) => (
          <div key={root}>
            {root}：{names.join('、')}
          </div>
        ))}
      </dd>
      {(['requestType', 'template', 'field', 'policy', 'macro', 'reply', 'view'] as const).map(
        kind =>
          of(kind).length > 0 && (
            <Fragment key={kind}>
              <dt>{t(`departments.kind.${kind}`)}</dt>
              <dd>
                {of(kind)
                  .map(({ name }) => name)
                  .join('、')}
              </dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}
