import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAll } from '../lists/useAll.ts'
import { useMe } from '../session/me.ts'
import style from './Figures.module.css'
import { useWords } from './words/index.ts'

/** Why there is nothing to tell of promises: nobody promises anything, or nothing came due. */
export function NoPromises(): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const policies = useAll('figures.policies', {})
  if (!policies.data) return null
  if (policies.data.some(({ inForce }) => inForce)) return <p className={style.under}>{t('promises.none')}</p>
  return (
    <p className={style.under}>
      {t('promises.noPolicy')}
      {me.may('slaPolicy.create') && (
        <>
          {' '}
          <Link to="/settings/{-$page}/{-$id}" params={{ page: 'policies' }}>
            {t('promises.toPolicies')}
          </Link>
        </>
      )}
    </p>
  )
}
