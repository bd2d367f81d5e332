import { useState } from 'react'
import { isProblem, Problem } from '../session/problem.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useWords } from '../words/Speaking.tsx'
import { focusWrong } from './focus-wrong.ts'

export interface Form<V> {
  values: V
  set: <K extends keyof V>(key: K, value: V[K]) => void
  dirty: boolean
  busy: boolean
  /** What is wrong with one field, told beneath it. */
  error: (key: keyof V & string) => string | undefined
  /** What is wrong with the whole, or with something that no field shows. */
  problem: string | undefined
  /** The server's refusal itself, for those who can offer more than its words. */
  refused: Problem | undefined
  /** Runs what sends the values; a refusal is told at its fields. True when it went through. */
  submit: (run: (values: V) => Promise<unknown>) => Promise<boolean>
  reset: (values: V) => void
}

export type Wrongs<V> = Partial<Record<keyof V & string, string | undefined>>

/** The values of a form, what is wrong with each, and the way to the server and back. `check` says what is missing before anything is sent. */
export function useForm<V extends object>(initial: V, check?: (values: V) => Wrongs<V>): Form<V> {
  const { t } = useWords()
  const problemText = useProblemText()
  const [start, setStart] = useState(initial)
  const [values, setValues] = useState(initial)
  const [wrongs, setWrongs] = useState<Wrongs<V>>({})
  const [refusal, setRefusal] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const refused = isProblem(refusal) ? refusal : undefined
  const keys = Object.keys(initial)
  const hidden = refused?.fields.filter(field => !keys.includes(field.path.split('.')[0] ?? '')) ?? []

  return {
    values,
    dirty: JSON.stringify(values) !== JSON.stringify(start),
    busy,
    refused,
    set(key, value) {
      setValues(old => ({ ...old, [key]: value }))
      setWrongs(old => ({ ...old, [key]: undefined }))
      setRefusal((old: unknown) => (isProblem(old) && old.fields.length > 0 ? without(old, String(key)) : old))
    },
    error: key => wrongs[key] ?? refused?.at(key),
    problem: isProblem(refusal, 'conflict') ? t('problem.conflictForm') : wholeProblem(refusal, hidden, problemText),
    async submit(run) {
      const found = check?.(values) ?? {}
      setWrongs(found)
      if (Object.values(found).some(Boolean)) return focusWrong()
      setBusy(true)
      setRefusal(undefined)
      try {
        await run(values)
        setStart(values)
        return true
      } catch (error) {
        setRefusal(error)
        return focusWrong()
      } finally {
        setBusy(false)
      }
    },
    reset(next) {
      setStart(next)
      setValues(next)
      setWrongs({})
      setRefusal(undefined)
    },
  }
}

function wholeProblem(refusal: unknown, hidden: Problem['fields'], textOf: (error: unknown) => string) {
  if (refusal === undefined) return undefined
  if (!isProblem(refusal, 'invalid')) return textOf(refusal)
  return hidden.length > 0 ? [...new Set(hidden.map(field => field.detail))].join(' · ') : undefined
}

/** A field that is being mended is no longer wrong. */
function without(problem: Problem, key: string): Problem | undefined {
  const rest = problem.fields.filter(field => field.path.split('.')[0] !== key)
  return rest.length > 0 ? new Problem(problem.status, problem.code, problem.message, rest) : undefined
}
