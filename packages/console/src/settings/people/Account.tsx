import type { AgentRecord } from '@baton/contract'
import { Secret, useSay } from '@baton/ui'
import { type ReactNode, useState } from 'react'
import { Deed } from '../../forms/Deed.tsx'
import { Part } from '../../forms/Part.tsx'
import { useDo } from '../../forms/useDo.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { useAsk } from '../../session/ask.ts'
import { useMe } from '../../session/me.ts'
import { useTimes } from '../../words/times.ts'
import { useWords } from '../words/index.ts'

/** What can be done with somebody's account, each with what it will mean. */
export function Account({ person }: { person: AgentRecord }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const times = useTimes()
  const [password, setPassword] = useState<string>()
  const held = useHeld(person)
  const { id: agentId, name, allowed } = person
  const may = (verb: string) => allowed.includes(verb)
  if (!['agent.unlock', 'agent.resetPassword', 'agent.disable', 'agent.enable'].some(may)) return null

  const enable = async () => {
    await perform('agent.enable', { agentId })
    say({ title: t('people.didEnable', { name }) })
  }
  return (
    <Part title={t('people.account')}>
      {may('agent.unlock') && person.lockedUntil && (
        <Deed
          word={t('people.unlock')}
          effect={t('people.unlockEffect', { time: times.moment(person.lockedUntil) })}
          run={async () => {
            await perform('agent.unlock', { agentId })
            say({ title: t('people.didUnlock', { name }) })
          }}
        />
      )}
      {may('agent.resetPassword') &&
        (password ? (
          <Secret
            label={t('people.newInitialPassword')}
            value={password}
            hint={t('people.initialPasswordHint')}
            copyLabel={f('copy')}
            copiedLabel={f('copied')}
          />
        ) : (
          <Deed
            word={t('people.resetPassword')}
            effect={t('people.resetPasswordEffect')}
            sure={t('people.resetPasswordSure', { name })}
            run={async () => setPassword((await perform('agent.resetPassword', { agentId })).initialPassword)}
          />
        ))}
      {may('agent.disable') && (
        <Deed
          word={t('people.disable')}
          danger
          effect={t('people.disableEffect')}
          sure={held === 0 ? t('people.disableSureFree', { name }) : t('people.disableSure', { name, held })}
          run={async () => {
            await perform('agent.disable', { agentId })
            say({
              title: t('people.didDisable', { name }),
              ...(held !== 0 && { detail: t('people.didPool', { held }) }),
              action: { label: f('undo'), run: () => void enable().catch(() => undefined) }, // the list shows what stands
            })
          }}
        />
      )}
      {may('agent.enable') && <Deed word={t('people.enable')} effect={t('people.enableEffect')} run={enable} />}
    </Part>
  )
}

const most = 100

/** How many open tickets somebody has in hand, `100+` beyond that; 0 where one may not look. */
function useHeld(person: AgentRecord): number | string {
  const me = useMe()
  const enabled = person.allowed.includes('agent.disable') && me.may('ticket.list')
  const where = {
    all: [
      { field: 'assigneeId', op: 'is', value: person.id },
      { field: 'open', op: 'is', value: true },
    ],
  }
  const { data } = useAsk('ticket.list', { where, limit: most }, { enabled })
  return data?.nextCursor ? `${most}+` : (data?.items.length ?? 0)
}
