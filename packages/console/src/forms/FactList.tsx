import type { ReactNode } from 'react'
import style from './FactList.module.css'
import { useFormWords } from './words/index.ts'

/** Names and values, one under the other; what is not known says so. */
export function FactList({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode {
  const { t } = useFormWords()
  return (
    <dl className={style.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={style.fact}>
          <dt>{name}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className={style.none}>{t('none')}</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
