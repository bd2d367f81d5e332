import { Icon, type IconName } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { meKey } from '../session/me.ts'
import style from './NextSteps.module.css'
import { useWords } from './words/index.ts'

const steps: readonly { page: 'departments' | 'people' | 'mailboxes'; icon: IconName }[] = [
  { page: 'departments', icon: 'building' },
  { page: 'people', icon: 'people' },
  { page: 'mailboxes', icon: 'mail' },
]

/** Signed in already; where to begin. */
export function NextSteps(): ReactNode {
  const { t } = useWords()
  const queries = useQueryClient()
  const [going, setGoing] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const go = (address: string) => {
    setGoing(true)
    history.replaceState(null, '', address)
    void queries.invalidateQueries({ queryKey: meKey }) // the gate tells its own failure
  }
  return (
    <>
      <ol className={style.steps}>
        {steps.map(({ page, icon }, at) => (
          <li key={page}>
            <button
              type="button"
              ref={at === 0 ? first : undefined}
              className={style.step}
              disabled={going}
              onClick={() => go(`/settings/${page}`)}
            >
              <Icon name={icon} size={20} />
              <span>
                <span className={style.name}>
                  {at + 1}. {t(`step.${page}`)}
                </span>
                <span className={style.under}>{t(`step.${page}Under`)}</span>
              </span>
              <Icon name="right" size={14} className={style.chevron} />
            </button>
          </li>
        ))}
      </ol>
      <Button size="large" block loading={going} onClick={() => go('/')}>
        {t('later')}
      </Button>
    </>
  )
}
