import type { Channel, FileKind, Records, Urgency } from '@baton/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../session/api.ts'
import { reading } from '../session/ask.ts'
import { useProblemText } from '../session/problem-text.ts'

export type Preview = Records['importPreview']
export const steps = ['file', 'mapping', 'check', 'run'] as const
export type Step = (typeof steps)[number]

/** What every ticket begins with; null: as usual. */
export interface Defaults {
  templateId: string | null
  categoryId: string | null
  departmentId: string | null
  urgency: Urgency | null
  channel: Channel
}
export type Known = 'skip' | 'update'

const usual: Defaults = { templateId: null, categoryId: null, departmentId: null, urgency: null, channel: 'web' }

/** An import as far as it has come: the file, what its columns are, what a dry run says, and the run itself. */
export function useImport(of: FileKind) {
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [file, setFile] = useState<{ id: string; name: string }>()
  const [place, setPlace] = useState<{ sheet?: number; headerRow?: number }>({})
  // What was chosen by hand; where nothing was, what is suggested holds.
  const [chosen, setChosen] = useState<Readonly<Record<number, string | null>>>({})
  const [keyChosen, setKey] = useState<number | null>()
  const [onKnown, setOnKnown] = useState<Known>('skip')
  const [defaults, setDefaults] = useState(usual)
  const [jobs, setJobs] = useState<{ check?: string; run?: string }>({})
  const [step, go] = useState<Step>('file')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { templateId } = defaults
  const query = useQuery({
    ...reading('import.preview', { of, fileId: file?.id ?? '', ...place, ...(templateId && { templateId }) }),
    enabled: file !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: before => (before?.id === file?.id ? before : undefined),
  })
  const preview = query.data
  const fieldOf = (column: number): string | null =>
    chosen[column] !== undefined
      ? chosen[column]
      : (preview?.columns.find(one => one.column === column)?.suggested ?? null)
  const mapping = (preview?.columns ?? []).flatMap(({ column }) => {
    const field = fieldOf(column)
    return field === null ? [] : [{ column, field }]
  })
  const key = keyChosen === undefined ? (preview?.suggestedKey[0] ?? null) : keyChosen

  const start = async (which: 'check' | 'run') => {
    if (!file || !preview) return
    setBusy(true)
    setProblem(undefined)
    try {
      const asked = {
        fileId: file.id,
        sheet: preview.sheet,
        headerRow: preview.headerRow,
        mapping,
        key: key === null ? [] : [key],
        onKnown,
        dryRun: which === 'check',
      }
      const job = await (of === 'ticket'
        ? call('ticket.import', { ...asked, defaults: given(defaults) })
        : call('customer.import', asked))
      queries.setQueryData(['job.get', { id: job.id }], job)
      void queries.invalidateQueries({ queryKey: ['job.list'] }) // each query tells its own failure
      setJobs(old => ({ ...old, [which]: job.id }))
      go(which)
    } catch (error) {
      setProblem(problemText(error))
    } finally {
      setBusy(false)
    }
  }

  return {
    of,
    file,
    preview,
    query,
    step,
    jobs,
    busy,
    problem,
    mapping,
    fieldOf,
    key,
    onKnown,
    defaults,
    /** Another file begins anew; what was set by hand for the last one is forgotten. */
    take(next: { id: string; name: string } | undefined) {
      setFile(next)
      setPlace({})
      setChosen({})
      setKey(undefined)
      setJobs({})
      setProblem(undefined)
      go(next ? 'mapping' : 'file')
    },
    look(next: { sheet?: number; headerRow?: number }) {
      setPlace(old => ({ ...old, ...next }))
      setChosen({})
      setKey(undefined)
    },
    /** A field is one column: chosen for another, it leaves the first. */
    choose(column: number, field: string | null) {
      setChosen(old => {
        const others = mapping.filter(one => one.field === field && one.column !== column)
        return { ...old, ...Object.fromEntries(others.map(one => [one.column, null])), [column]: field }
      })
    },
    setKey,
    setOnKnown,
    set: <K extends keyof Defaults>(name: K, value: Defaults[K]) => setDefaults(old => ({ ...old, [name]: value })),
    back: () => go(step === 'check' ? 'mapping' : 'file'),
    start: (which: 'check' | 'run') => void start(which), // shows its own problem
  }
}

const given = (defaults: Defaults) => Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== null))

export type Importing = ReturnType<typeof useImport>
