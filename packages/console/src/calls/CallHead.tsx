import { Icon } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useHeard } from '../live/Live.tsx'
import { call } from '../session/api.ts'
import { useProblemText } from '../session/problem-text.ts'
import type { CallDraft, CallRecord } from './draft.ts'
import style from './Registration.module.css'
import { Timer } from './Timer.tsx'
import { useCallWords } from './words/index.ts'

/** What is done here, and how the call stands: it rings, they talk so long, it is over. */
export function CallHead({ draft, record }: { draft: CallDraft; record: CallRecord | undefined }): ReactNode {
  const { t } = useCallWords()
  const heard = useHeard()
  const problemText = useProblemText()
  const [problem, setProblem] = useState<string>()
  const state = record?.state ?? 'talking'
  const answer = async () => {
    if (!record) return
    try {
      const { id, version } = await call('call.answer', { callId: record.id })
      heard([{ kind: 'call', id, version }])
    } catch (error) {
      setProblem(problemText(error))
    }
  }
  return (
    <div className={style.head}>
      <span>{t(draft.direction === 'in' ? 'sheet.titleIn' : 'sheet.titleOut')}</span>
      <span className={style.state} data-state={state}>
        <Icon name={state === 'missed' ? 'missed' : 'phone'} size={13} />
        {problem ?? t(`sheet.state.${state}`)}
        {state !== 'missed' && (
          <Timer from={record?.answeredAt ?? record?.startedAt ?? draft.startedAt} to={record?.endedAt ?? null} />
        )}
      </span>
      {state === 'ringing' && record?.allowed.includes('call.answer') && (
        <Button size="small" type="primary" onClick={() => void answer()}>
          {t('sheet.answer')}
        </Button>
      )}
    </div>
  )
}
