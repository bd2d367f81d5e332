import type { Records } from '@baton/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { reading } from '../../session/ask.ts'
import { useViewWords } from '../words/index.ts'

export type Group = Records['ticketGroups']['groups'][number]

/** Into which groups a view falls by a field, and how many tickets stand in each. */
export const groupsOf = (view: string, by: string) => reading('ticket.groups', { view, by })

export const useGroups = (view: string, by: string) =>
  useQuery({ ...groupsOf(view, by), placeholderData: keepPreviousData })

/** A group's place among the others. */
export const keyOfGroup = ({ value }: Pick<Group, 'value'>): string => (value === null ? '-' : `=${String(value)}`)

/** What a group is called; that of tickets that have nothing there says so. */
export function useGroupName(): (group: Pick<Group, 'value' | 'name'>) => string {
  const { t } = useViewWords()
  return ({ value, name }) => (value === null ? t('group.none') : name.charAt(0).toUpperCase() + name.slice(1))
}
