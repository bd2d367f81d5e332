import { Chip, Icon, Skeleton, Wrong } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { useTimes } from '../words/times.ts'
import { call } from './api.ts'
import { reading, useAsk } from './ask.ts'
import { browserOf } from './browser.ts'
import style from './Profile.module.css'
import { useProblemText } from './problem-text.ts'

/** Where I am signed in, and the way to end it there. */
export function Sessions(): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const { data, error } = useAsk('session.list', {})
  const [problem, setProblem] = useState<unknown>()
  const end = async (sessionId: string) => {
    try {
      await call('session.close', { sessionId })
      await queries.invalidateQueries({ queryKey: reading('session.list', {}).queryKey })
    } catch (refused) {
      setProblem(refused)
    }
  }
  if (!data) return error ? <Wrong>{problemText(error)}</Wrong> : <Skeleton lines={['70%', '60%']} gap={16} />
  return (
    <div className={style.sessions}>
      {problem !== undefined && <Wrong>{problemText(problem)}</Wrong>}
      {data.items.map(session => (
        <div key={session.id} className={style.session}>
          <Icon name="screen" />
          <div className={style.device}>
            <div>{browserOf(session.userAgent) ?? t('profile.unknownDevice')}</div>
            <div className={style.under}>
              {[session.ip, session.seenAt && t('profile.seen', { at: times.moment(session.seenAt) })]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </div>
          {session.current ? (
            <Chip tone="accent">{t('profile.here')}</Chip>
          ) : (
            <Button size="small" onClick={() => void end(session.id)}>
              {t('profile.end')}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}
