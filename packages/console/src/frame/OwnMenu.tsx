import { Avatar, Icon, Kbd, Segmented } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Popover } from 'antd'
import { type ReactNode, useState } from 'react'
import { switchOff } from '../notifications/push.ts'
import { presenceColour } from '../people/presence.ts'
import { call } from '../session/api.ts'
import { meKey, useMe } from '../session/me.ts'
import type { Locale } from '../words/index.ts'
import { useWords } from '../words/Speaking.tsx'
import { useKeys } from './keys.tsx'
import { type Mode, useLook } from './look.tsx'
import style from './OwnMenu.module.css'
import { useOverlays } from './overlays.tsx'

/** Myself: how it looks, which language, my own page, the way out. */
export function OwnMenu(): ReactNode {
  const { t } = useWords()
  const { agent } = useMe()
  const [shown, show] = useState(false)
  useKeys({ escape: () => show(false) }, { when: shown })
  return (
    <Popover
      open={shown}
      onOpenChange={show}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={<Content close={() => show(false)} />}
    >
      <button
        type="button"
        className={style.me}
        aria-label={t('frame.own', { name: agent.name })}
        aria-expanded={shown}
      >
        <Avatar name={agent.name} size={28} dot={presenceColour[agent.presence]} />
      </button>
    </Popover>
  )
}

function Content({ close }: { close: () => void }): ReactNode {
  const { t } = useWords()
  const { agent, may } = useMe()
  const { mode, locale, like } = useLook()
  const overlays = useOverlays()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const speak = (next: Locale) => {
    like({ locale: next })
    call('agent.updateMe', { locale: next }).catch(() => undefined) // the choice holds in this browser all the same
  }
  return (
    <div className={style.menu}>
      <div className={style.who}>
        <div className={style.name}>{agent.name}</div>
        <div className={style.no}>{agent.employeeNo}</div>
      </div>
      <div className={style.choice}>
        <span>{t('frame.theme')}</span>
        <Segmented<Mode>
          label={t('frame.theme')}
          value={mode}
          onChange={next => like({ mode: next })}
          choices={[
            { value: 'system', label: <Icon name="screen" label={t('frame.themeSystem')} /> },
            { value: 'light', label: <Icon name="sun" label={t('frame.themeLight')} /> },
            { value: 'dark', label: <Icon name="moon" label={t('frame.themeDark')} /> },
          ]}
        />
      </div>
      <div className={style.choice}>
        <span>{t('frame.language')}</span>
        <Segmented<Locale>
          label={t('frame.language')}
          value={locale}
          onChange={speak}
          choices={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <Line icon="person" word={t('frame.profile')} run={() => void navigate({ to: '/me' }).then(close)} />
      {may('job.list') && (
        <Line
          icon="bolt"
          word={t('frame.jobs')}
          run={() => void navigate({ to: '/jobs/{-$jobId}', params: { jobId: undefined } }).then(close)}
        />
      )}
      <Line
        icon="keyboard"
        word={t('keys.title')}
        keys="?"
        run={() => {
          close()
          overlays.open('keys')
        }}
      />
      <Line icon="out" word={t('frame.signOut')} run={signOut} />
    </div>
  )
}

function Line({
  icon,
  word,
  keys,
  run,
}: {
  icon: 'person' | 'bolt' | 'keyboard' | 'out'
  word: string
  keys?: string
  run: () => void
}): ReactNode {
  return (
    <button type="button" className={style.line} onClick={run}>
      <Icon name={icon} />
      <span className={style.word}>{word}</span>
      {keys && <Kbd keys={keys} />}
    </button>
  )
}

function useSignOut(): () => void {
  const queries = useQueryClient()
  const leave = () => {
    queries.clear()
    queries.setQueryData(meKey, null)
  }
  // Whoever signs in here next is not to be told what concerns me.
  const forget = () => switchOff().catch(() => undefined)
  return () =>
    void forget()
      .then(() => call('session.close', {}))
      .then(leave, leave)
}
