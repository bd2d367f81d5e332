import { useState } from 'react'
import { type Do, useDo } from '../forms/useDo.ts'
import { useProblemText } from '../session/problem-text.ts'
import type { Making, Present } from './plan.ts'

/** Makes one after the other what a plan says, by the ordinary verbs; stops at the first that is refused. */
export function useMaking() {
  const perform = useDo()
  const problemText = useProblemText()
  const [state, set] = useState({ busy: false, done: 0, all: 0, made: 0 })
  const [problem, setProblem] = useState<{ name: string; problem: string }>()

  const run = async (plan: readonly Making[], present: Present) => {
    const departments = new Map(present.departments.map(({ name, id }) => [name, id]))
    const roots = new Map(present.categories.filter(one => !one.parentId).map(({ name, id }) => [name, id]))
    setProblem(undefined)
    set({ busy: true, done: 0, all: plan.length, made: 0 })
    let done = 0
    for (const making of plan) {
      try {
        await make(perform, making, departments, roots)
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

async function make(
  perform: Do,
  making: Making,
  departments: Map<string, string>,
  roots: Map<string, string>,
): Promise<void> {
  switch (making.make) {
    case 'department': {
      departments.set(making.name, (await perform('department.create', { name: making.name })).id)
      return
    }
    case 'root': {
      const departmentId = departments.get(making.department)
      const root = await perform('category.create', { name: making.name, ...(departmentId && { departmentId }) })
      roots.set(making.name, root.id)
      return
    }
    case 'category': {
      const departmentId = departments.get(making.department)
      const parentId = roots.get(making.root)
      await perform('category.create', {
        name: making.name,
        ...(departmentId && { departmentId }),
        ...(parentId && { parentId }),
      })
      return
    }
    case 'requestType': {
      const { key, nameZh, nameEn } = making
      await perform('requestType.create', { key, nameZh, nameEn })
    }
  }
}
