import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { capital } from '../../words/capital.ts'
import { useViewWords } from '../words/index.ts'
import { type Group, groupsOf } from './group.ts'

/** Into which groups a view falls by a field, and how many tickets stand in each. */
export const useGroups = (view: string, by: string) =>
  useQuery({ ...groupsOf(view, by), placeholderData: keepPreviousData })

/** What a group is called; that of tickets that have nothing there says so. */
export function useGroupName(): (group: Pick<Group, 'value' | 'name'>) => string {
  const { t } = useViewWords()
  return ({ value, name }) => (value === null ? t('group.none') : capital(name))
}
