import { slaTargets } from '@baton/contract'
import type { ReactNode } from 'react'
import type { Form } from '../../forms/useForm.ts'
import { useWords } from '../words/index.ts'
import { OneTarget } from './OneTarget.tsx'
import style from './TargetsInput.module.css'
import { type PolicyValues, withTarget } from './values.ts'

/** The five promises. What is wrong with one of them is told there, what is wrong with all of them beneath. */
export function TargetsInput({ form }: { form: Form<PolicyValues> }): ReactNode {
  const { t } = useWords()
  const { targets } = form.values
  const error = form.error('targets')
  const isToldInside = form.refused?.fields.some(({ path }) => path.startsWith('targets.'))
  return (
    <fieldset className={style.targets}>
      <legend className={style.legend}>{t('policies.targets')}</legend>
      {slaTargets.map(name => {
        const at = targets.findIndex(({ target }) => target === name)
        return (
          <OneTarget
            key={name}
            name={name}
            target={targets[at]}
            onChange={target => form.set('targets', withTarget(targets, name, target))}
            problemAt={path => form.refused?.at(`targets.${at}.${path}`)}
            tried={error !== undefined}
          />
        )
      })}
      {error && !isToldInside && (
        <p className={style.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
