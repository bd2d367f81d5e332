import { useState } from 'react'
import { useDo } from '../forms/useDo.ts'
import { useProblemText } from '../session/problem-text.ts'
import { type Known, make } from './make.ts'
import type { Making } from './plan.ts'

/** Makes one after the other what a plan says, by the ordinary verbs; stops at the first that is refused. */
export function useMaking() {
  const perform = useDo()
  const problemText = useProblemText()
  const [state, set] = useState({ busy: false, done: 0, all: 0, made: 0 })
  const [problem, setProblem] = useState<{ name: string; problem: string }>()

  const run = async (plan: readonly Making[], known: Known, locale: string) => {
    setProblem(undefined)
    set({ busy: true, done: 0, all: plan.length, made: 0 })
    let done = 0
    for (const making of plan) {
      try {
        await make(perform, making, known, locale)
      } catch (error) {
        setProblem({ name: making.name, problem: problemText(error) })
        break
      }
      done += 1
      set({ busy: true, done, all: plan.length, made: 0 })
    }
    set({ busy: false, done, all: plan.length, made: done })
  }
  return { ...state, problem, run }
}
