import type { VerbSent } from '@baton/contract'
import { useSay } from '@baton/ui'
import { useRef, useState } from 'react'
import { pick } from '../../forms/changed.ts'
import { useDo } from '../../forms/useDo.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { isProblem } from '../../session/problem.ts'
import { useProblemText } from '../../session/problem-text.ts'
import type { Topic } from '../pages.ts'
import { useWords } from '../words/index.ts'

type SettingsVerb = 'settings.update' | 'portalSettings.update'
type Patch<V extends SettingsVerb> = Omit<VerbSent<V>, 'version'>

/** Saves each setting as it is changed, says so with a way back, and keeps a refusal at its setting. */
export function useSaving<V extends SettingsVerb>(verb: V, record: Patch<V>) {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const problemText = useProblemText()
  const [wrong, setWrong] = useState<{ name: string; text: string }>()
  const waiting = useRef<Promise<unknown>>(Promise.resolve())

  const send = async (patch: Patch<V>, done: (name: Topic) => void) => {
    const name = Object.keys(patch)[0] as Topic
    setWrong(undefined)
    try {
      await perform(verb, patch as VerbSent<V>)
      done(name)
    } catch (error) {
      const at = isProblem(error) ? error.at(name) : undefined
      setWrong({ name, text: at ?? problemText(error) })
    }
  }
  /** One after the other, in the order in which they were changed. */
  const queue = (patch: Patch<V>, done: (name: Topic) => void) => {
    waiting.current = waiting.current.then(() => send(patch, done)) // tells its own problem
  }
  const save = (patch: Patch<V>) =>
    queue(patch, name =>
      say({
        title: f('savedNamed', { name: t(`topic.${name}`) }),
        action: {
          label: f('undo'),
          run: () => queue(pick(record, patch) as Patch<V>, () => say({ title: f('undone') })),
        },
      }),
    )
  return { save, problem: (name: Topic) => (wrong?.name === name ? wrong.text : undefined) }
}
