import { Icon, useSay } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useProblemText } from '../session/problem-text.ts'

/** Sends or handles something once more, and says what came of asking. */
export function Retry({ word, did, run }: { word: string; did: string; run: () => Promise<unknown> }): ReactNode {
  const say = useSay()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    try {
      await run()
      say({ title: did })
    } catch (error) {
      say({ tone: 'wrong', title: problemText(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="small" icon={<Icon name="refresh" size={14} />} loading={busy} onClick={() => void go()}>
      {word}
    </Button>
  )
}
