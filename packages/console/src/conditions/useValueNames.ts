import type { Field } from '@baton/contract'
import { useMemo } from 'react'
import { useAll } from '../lists/useAll.ts'
import { useAgents, useDepartments } from '../people/directory.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { useConditionWords } from './words/index.ts'

export interface Named {
  value: string
  label: string
  also?: string
}

/** What a field's values are called, and which there are to choose from. */
export interface ValueNames {
  nameOf: (field: Field | undefined, id: string, value: unknown) => string
  choices: (field: Field, id: string) => Named[]
}

export function useValueNames(): ValueNames {
  const { t } = useConditionWords()
  const { t: shared, i18n } = useSharedWords()
  const agents = useAgents()
  const departments = useDepartments()
  const categories = useAll('category.list', {}).data
  const types = useAll('requestType.list', {}).data
  const roles = useAll('role.list', {}).data
  const zh = i18n.language.startsWith('zh')

  return useMemo(() => {
    const me = { agent: [{ value: '$me', label: t('me') }] }
    const mine = [
      { value: '$me.departments', label: t('myDepartments') },
      { value: '$me.managed', label: t('managedDepartments') },
    ]
    const records: Record<string, Named[]> = {
      agent: [...me.agent, ...agents.map(one => ({ value: one.id, label: one.name, also: one.employeeNo }))],
      department: [...mine, ...departments.map(one => ({ value: one.id, label: one.path }))],
      category: (categories ?? []).map(one => ({ value: one.id, label: one.path })),
      role: (roles ?? []).map(one => ({ value: one.id, label: one.name })),
    }
    const requestTypes = (types ?? []).map(one => ({ value: one.key, label: zh ? one.nameZh : one.nameEn }))
    const word = (id: string, value: string): string => {
      const sections = {
        status: 'status',
        runState: 'runState',
        urgency: 'urgency',
        channel: 'channel',
        state: 'callState',
        direction: 'call.mark',
      } as const
      const section = sections[id as keyof typeof sections]
      if (id === 'status' && (value === 'active' || value === 'disabled')) return t(`agentStatus.${value}`)
      const key = `${section ?? 'delivery'}.${value}`
      const said = shared(key as 'status.new')
      return said === key ? value : said
    }
    const choices = (field: Field, id: string): Named[] => {
      if (field.to) return records[field.to] ?? []
      if (id === 'requestType') return requestTypes
      return (field.options ?? []).map(value => ({ value, label: word(id, value) }))
    }
    return {
      choices,
      nameOf(field, id, value) {
        if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
        if (typeof value !== 'string') return JSON.stringify(value)
        const known = field && choices(field, id).find(choice => choice.value === value)
        return known?.label ?? [...me.agent, ...mine].find(choice => choice.value === value)?.label ?? value
      },
    }
  }, [agents, departments, categories, types, roles, zh, t, shared])
}
