import { Icon, IconButton, Wrong } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { call } from '../session/api.ts'
import { reading } from '../session/ask.ts'
import { browserOf } from '../session/browser.ts'
import { isProblem } from '../session/problem.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useTimes } from '../words/times.ts'
import style from './Preferences.module.css'
import { type PushState, pushState, switchOff, switchOn } from './push.ts'
import type { PreferencesRecord } from './records.ts'
import { useWords } from './words/index.ts'

/** Whether this browser takes messages, the switch for it, and where else they go. */
export function Push({ preferences }: { preferences: PreferencesRecord }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const { subscriptions, pushKey } = preferences
  const { state, look } = usePushState(subscriptions.map(one => one.endpoint))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const work = async (what: () => Promise<unknown>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await what()
    } catch (error) {
      setProblem(isProblem(error) ? problemText(error) : t('pushFailed'))
    } finally {
      await queries.invalidateQueries({ queryKey: reading('notification.preferences', {}).queryKey })
      look()
      setBusy(false)
    }
  }
  const name = browserOf(navigator.userAgent) ?? location.hostname
  return (
    <>
      {state && <p className={style.under}>{t(`pushState.${state}`)}</p>}
      {problem && <Wrong>{problem}</Wrong>}
      {(state === 'off' || state === 'on') && (
        <div>
          <Button loading={busy} onClick={() => void work(state === 'on' ? switchOff : () => switchOn(pushKey, name))}>
            {t(state === 'on' ? 'pushOff' : 'pushOn')}
          </Button>
        </div>
      )}
      {subscriptions.length > 0 && (
        <ul aria-label={t('browsers')} className={style.browsers}>
          {subscriptions.map(one => (
            <li key={one.id} className={style.browser}>
              <Icon name="screen" />
              <span>
                {one.name} · {times.moment(one.createdAt)}
              </span>
              <IconButton
                icon="close"
                size={14}
                label={t('remove', { name: one.name })}
                onClick={() => void work(() => call('notification.unsubscribe', { subscriptionId: one.id }))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function usePushState(endpoints: readonly string[]) {
  const [state, set] = useState<PushState>()
  const known = endpoints.join(' ')
  const look = useCallback(() => {
    pushState(known.split(' ')).then(set, () => set('unsupported'))
  }, [known])
  useEffect(look, [look])
  return { state, look }
}
