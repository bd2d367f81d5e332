import type { ReactNode } from 'react'
import { useMe } from '../../session/me.ts'
import { useWords } from '../../words/Speaking.tsx'
import type { PendingMessage } from '../composer/composing.ts'
import style from './MessageBlock.module.css'
import { TextBody } from './TextBody.tsx'

/** What was just sent, shown before the server has it. */
export function PendingBlock({ message }: { message: PendingMessage }): ReactNode {
  const { t } = useWords()
  const { agent } = useMe()
  return (
    <article className={style.block} data-kind={message.kind} style={{ opacity: 0.7 }}>
      <span style={{ width: 28 }} />
      <div className={style.column}>
        <div className={style.by}>
          <span className={style.name}>{agent.name}</span>
          {t('message.sending')}
        </div>
        <div className={style.bubble}>
          <TextBody text={message.body} />
        </div>
      </div>
    </article>
  )
}
