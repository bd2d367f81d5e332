import { useCallback, useMemo } from 'react'
import { useAll } from '../lists/useAll.ts'
import { useAgents, useDepartments } from '../people/directory.ts'
import { useAsk } from '../session/ask.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { useAsked } from './asked.tsx'
import { type Narrowing, none } from './search.ts'
import { useWords } from './words/index.ts'

interface Known {
  key: string
  name: string
}

/** Everything that figures can be narrowed by, archived ones too: the past was theirs. */
export function useKeys(): Record<'department' | 'person' | 'category' | 'requestType' | 'policy', readonly Known[]> {
  const departments = useDepartments()
  const agents = useAgents()
  const categories = useAll('category.list', { archived: true })
  const types = useAll('requestType.list', { archived: true })
  const policies = useAll('figures.policies', {})
  const { i18n } = useWords()
  return useMemo(
    () => ({
      department: departments.map(({ id, path }) => ({ key: id, name: path })),
      person: agents.map(({ id, name, employeeNo }) => ({ key: id, name: `${name} ${employeeNo}` })),
      category: (categories.data ?? []).map(({ id, path }) => ({ key: id, name: path })),
      requestType: (types.data ?? []).map(({ key, nameZh, nameEn }) => ({
        key,
        name: i18n.language === 'en' ? nameEn : nameZh,
      })),
      policy: (policies.data ?? []).map(({ id, name }) => ({ key: id, name })),
    }),
    [departments, agents, categories.data, types.data, policies.data, i18n.language],
  )
}

/** What a value in the address is called. */
export function useKeyNames(): (dimension: Narrowing, key: string) => string {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const keys = useKeys()
  const { search } = useAsked()
  const customer = useAsk('customer.get', { id: search.customer ?? '' }, { enabled: search.customer !== undefined })
  const customerName = customer.data?.name
  return useCallback(
    (dimension, key) => {
      const of = dimension === 'leaf' ? 'category' : dimension
      if (of === 'customer') return customerName ?? '…'
      if (of === 'score') return t('stars', { n: key })
      if (of === 'target') return t(`factWord.${key as 'response'}`)
      if (key === none) return t(`figureNone.${of}`)
      if (of === 'channel') return shared(`channel.${key as 'email'}`)
      if (of === 'urgency') return shared(`urgency.${key as 'normal'}`)
      return keys[of].find(known => known.key === key)?.name ?? key
    },
    [t, shared, keys, customerName],
  )
}
