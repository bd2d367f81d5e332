import type { Records, VerbSent } from '@baton/contract'
import { useSay, Wrong } from '@baton/ui'
import { type ReactNode, useRef, useState } from 'react'
import { useDo } from '../forms/useDo.ts'
import { Asked } from '../lists/Asked.tsx'
import { useAsk } from '../session/ask.ts'
import { useProblemText } from '../session/problem-text.ts'
import { PageHead } from '../settings/PageHead.tsx'
import { Matrix } from './Matrix.tsx'
import { useWords } from './words/index.ts'

type Defaults = Records['notificationDefaults']

/** What holds for everybody who has not chosen for themselves. */
export function DefaultsPage(): ReactNode {
  const query = useAsk('notification.defaults', {})
  return (
    <>
      <PageHead page="notifications" />
      <Asked query={query} rows={8}>
        {defaults => <Choices defaults={defaults} />}
      </Asked>
    </>
  )
}

function Choices({ defaults }: { defaults: Defaults }): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  const say = useSay()
  const problemText = useProblemText()
  const [problem, setProblem] = useState<string>()
  const waiting = useRef<Promise<unknown>>(Promise.resolve())
  const save = (patch: VerbSent<'notification.updateDefaults'>) => {
    waiting.current = waiting.current.then(async () => {
      setProblem(undefined)
      try {
        await perform('notification.updateDefaults', patch)
        say({ title: t('saved') })
      } catch (error) {
        setProblem(problemText(error))
      }
    })
  }
  const fixed = !defaults.allowed.includes('notification.updateDefaults')
  return (
    <div style={{ display: 'flex', maxWidth: 560, flexDirection: 'column', gap: 24 }}>
      <Matrix
        choices={defaults.choices}
        fixed={fixed}
        onChange={(kind, way, on) => save({ choices: { [kind]: { [way]: on } } })}
      />
      {problem && <Wrong>{problem}</Wrong>}
    </div>
  )
}
