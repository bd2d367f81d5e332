import type { Records } from '@baton/contract'
import { countText } from '../views.ts'
import { type Group, keyOfGroup } from './group.ts'

/** The groups of a view; with `isMore` there may be tickets that were not looked at. */
type Groups = Pick<Records['ticketGroups'], 'groups' | 'isMore'>

/** What is chosen of tickets that are shown apart: some by themselves, and whole groups. */
export interface ChosenApart {
  ids: ReadonlySet<string>
  /** By the keys of the groups that are chosen whole: which of each are not. */
  whole: ReadonlyMap<string, ReadonlySet<string>>
}

export const nothing: ChosenApart = { ids: new Set(), whole: new Map() }

export const isAnyApart = ({ ids, whole }: ChosenApart): boolean => ids.size + whole.size > 0

/** Whether a ticket that stands in this group is chosen. */
export function isChosenApart({ ids, whole }: ChosenApart, key: string, id: string): boolean {
  const except = whole.get(key)
  return except ? !except.has(id) : ids.has(id)
}

/** With these of one group chosen, or not. */
export function chooseApart(
  { ids, whole }: ChosenApart,
  key: string,
  some: readonly string[],
  on: boolean,
): ChosenApart {
  const except = whole.get(key)
  if (!except) return { ids: on ? joined(ids, some) : without(ids, some), whole }
  return { ids, whole: new Map(whole).set(key, on ? without(except, some) : joined(except, some)) }
}

/** With all that stand in a group, now or when something is done to them; `known` are those of it that are at hand. */
export const chooseWhole = ({ ids, whole }: ChosenApart, key: string, known: readonly string[]): ChosenApart => ({
  ids: without(ids, known),
  whole: new Map(whole).set(key, new Set()),
})

export const chooseEvery = (groups: readonly Group[]): ChosenApart => ({
  ids: new Set(),
  whole: new Map(groups.map(group => [keyOfGroup(group), new Set<string>()])),
})

/** Whether all of a view is chosen, be it but for some: every group that has tickets, and there are no others. */
export const isEvery = ({ whole }: ChosenApart, { groups, isMore }: Groups): boolean =>
  !isMore && whole.size > 0 && groups.every(group => group.count === 0 || whole.has(keyOfGroup(group)))

/** How many are chosen, in words where there are very many or not all were counted. */
export function countApart({ ids, whole }: ChosenApart, { groups, isMore }: Groups): number | string {
  const wholes = groups.filter(group => whole.has(keyOfGroup(group)))
  const less = wholes.reduce((all, group) => all + (whole.get(keyOfGroup(group))?.size ?? 0), 0)
  const sum = countOf(wholes)
  if (typeof sum === 'string') return sum
  const count = Math.max(0, sum - less) + ids.size
  return isMore && wholes.length > 0 ? `${count}+` : count
}

/** How many tickets stand in these groups. */
export const countOf = (groups: readonly Group[]): number | string =>
  groups.some(({ count }) => count >= many) ? countText(many) : groups.reduce((sum, { count }) => sum + count, 0)

/** What is chosen, as a job is told: by their names as long as no group is chosen whole, else by what they are. */
export function whichApart(chosen: ChosenApart, view: string, parts: Groups): object {
  const ids = [...chosen.ids]
  const wholes = parts.groups.filter(group => chosen.whole.has(keyOfGroup(group)))
  if (wholes.length === 0) return { ticketIds: ids }
  const exceptIds = wholes.flatMap(group => [...(chosen.whole.get(keyOfGroup(group)) ?? [])])
  const but = exceptIds.length > 0 ? { exceptIds } : {}
  if (isEvery(chosen, parts)) return { view, ...but }
  const named = ids.length > 0 ? [{ field: 'id', op: 'isOneOf', value: ids }] : []
  return { view, where: { any: [...wholes.map(({ where }) => where), ...named] }, ...but }
}

const many = 1000

const joined = (ids: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> => new Set([...ids, ...more])
const without = (ids: ReadonlySet<string>, less: readonly string[]): ReadonlySet<string> =>
  new Set([...ids].filter(id => !less.includes(id)))
