import type { Presence } from '@baton/contract'
import { Icon, useSay } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { presenceColour } from '../people/presence.ts'
import { call } from '../session/api.ts'
import { meKey, type Session, useMe } from '../session/me.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useWords } from '../words/Speaking.tsx'
import style from './PresenceSwitch.module.css'

const choices: readonly Presence[] = ['ready', 'busy', 'break', 'away', 'offline']

/** One's own work state, and how much one has in hand of what one can hold. */
export function PresenceSwitch(): ReactNode {
  const { t } = useWords()
  const { agent } = useMe()
  const change = useSetPresence()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [agent.presence],
        items: choices.map(key => ({
          key,
          label: t(`presence.${key}`),
          icon: <span className={style.dot} style={{ background: presenceColour[key] }} />,
        })),
        onClick: ({ key }) => change(key as Presence),
      }}
    >
      <button type="button" className={style.switch}>
        <span className="unseen">{t('frame.presence')}</span>
        <span className={style.dot} style={{ background: presenceColour[agent.presence] }} />
        <span className={style.word}>{t(`presence.${agent.presence}`)}</span>
        <span className={style.load} data-full={agent.load >= agent.capacity || undefined} data-hint={t('frame.load')}>
          {agent.load}/{agent.capacity}
        </span>
        <Icon name="down" size={12} />
      </button>
    </Dropdown>
  )
}

/** Shows at once, settles after; goes back with a word when it is refused. */
function useSetPresence(): (state: Presence) => void {
  const queries = useQueryClient()
  const say = useSay()
  const problemText = useProblemText()
  const show = (state: Presence) =>
    queries.setQueryData<Session | null>(
      meKey,
      old => old?.agent && { ...old, agent: { ...old.agent, presence: state } },
    )
  return state => {
    const before = queries.getQueryData<Session | null>(meKey)?.agent?.presence
    show(state)
    call('agent.setPresence', { state }).catch((error: unknown) => {
      if (before) show(before)
      say({ tone: 'wrong', title: problemText(error) })
    })
  }
}
