import type { DayOff } from '@baton/contract'
import { dayAfter, yearOf } from '../day.ts'

/** Days off in a row under one name, or one make-up day: as people speak of them and change them. */
export interface Run {
  kind: DayOff['kind']
  name: string
  from: string
  to: string
}

/** The days of a year in runs, in order. */
export function runsOf(days: readonly DayOff[]): Run[] {
  const runs: Run[] = []
  for (const { date, name, kind } of days.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = runs.at(-1)
    if (kind === 'off' && last?.kind === 'off' && last.name === name && dayAfter(last.to, 1) === date) last.to = date
    else runs.push({ kind, name, from: date, to: date })
  }
  return runs
}

/** And back. What has an end before its beginning has no days. */
export function daysIn(runs: readonly Run[]): DayOff[] {
  return runs.flatMap(({ kind, name, from, to }) => {
    const days: DayOff[] = []
    const last = kind === 'work' ? from : to
    for (let date = from; date <= last && days.length < longest; date = dayAfter(date, 1))
      days.push({ date, name: name.trim(), kind })
    return days
  })
}

const longest = 366

/** One holiday with the make-up days that belong to it by name: 国庆节 and 国庆节调休. */
export interface Holiday {
  name: string
  off: Run[]
  work: Run[]
}

export function holidaysIn(days: readonly DayOff[]): Holiday[] {
  const runs = runsOf(days)
  const found = new Map<string, Holiday>()
  for (const run of runs.filter(({ kind }) => kind === 'off')) {
    const holiday = found.get(run.name)
    if (holiday) holiday.off.push(run)
    else found.set(run.name, { name: run.name, off: [run], work: [] })
  }
  for (const run of runs.filter(({ kind }) => kind === 'work')) {
    const holiday = [...found.values()].find(({ name, off }) => off.length > 0 && run.name.startsWith(name))
    if (holiday) holiday.work.push(run)
    else found.set(`${run.from} ${run.name}`, { name: run.name, off: [], work: [run] })
  }
  const firstOf = ({ off, work }: Holiday) => (off[0] ?? work[0])?.from ?? ''
  return [...found.values()].sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1))
}

export type RunWrong = 'date' | 'name' | 'order' | 'year' | 'twice'

/** What is wrong with one of them; of two that share a day the later one. */
export function wrongOfRun(run: Run, runs: readonly Run[], year: number): RunWrong | undefined {
  const { kind, from } = run
  const to = kind === 'work' ? from : run.to
  if (!from || !to) return 'date'
  if (yearOf(from) !== year || yearOf(to) !== year) return 'year'
  if (to < from) return 'order'
  const before = runs.slice(0, runs.indexOf(run))
  const isTaken = before.some(one => one.from <= to && from <= (one.kind === 'work' ? one.from : one.to))
  if (isTaken) return 'twice'
  return run.name.trim() ? undefined : 'name'
}
