import { useDepartments } from '../people/directory.ts'
import type { Reach } from './values.ts'
import { useMacroWords } from './words/index.ts'

/** For whom it is there, in a few words. */
export function useReachText(): (reach: Reach) => string {
  const { t } = useMacroWords()
  const departments = useDepartments()
  return ({ audience, departmentIds }) => {
    if (audience === 'me') return t('reachMe')
    if (audience === 'everyone') return t('reachEveryone')
    const names = departmentIds.map(id => departments.find(one => one.id === id)?.name ?? id)
    return names.join(' · ')
  }
}
