import type { Field } from '@baton/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { groveOf, pathText, type TreeNode } from '../fields/tree.ts'
import { useRegions } from '../fields/useRegions.ts'
import { wordOf } from '../fields/word.ts'
import { useAll } from '../lists/useAll.ts'
import { useAgents, useDepartments } from '../people/directory.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { lengthOf } from './length.ts'
import { isOwner, type OwnEntry, useOwnEntries } from './useOwnEntries.ts'
import { useConditionWords } from './words/index.ts'

export interface Named {
  value: string
  label: string
  also?: string
}

/** What a field's values are called, and which there are to choose from. */
export interface ValueNames {
  nameOf: (kind: string, field: Field | undefined, id: string, value: unknown) => string
  choices: (kind: string, field: Field, id: string) => Named[]
}

export function useValueNames(): ValueNames {
  const { t } = useConditionWords()
  const { t: shared, i18n } = useSharedWords()
  const agents = useAgents()
  const departments = useDepartments()
  const categories = useAll('category.list', {}).data
  const types = useAll('requestType.list', {}).data
  const roles = useAll('role.list', {}).data
  const templates = useAll('template.list', { archived: true }).data
  const { language } = i18n
  const zh = language.startsWith('zh')
  const own = useOwnEntries()
  const queries = useQueryClient()
  const regions = useRegions([...own.ticket.keys(), ...own.customer.keys(), ...own.company.keys()].some(isRegion))

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
      template: (templates ?? [])
        .filter(({ of }) => of === 'ticket')
        .map(one => ({ value: one.id, label: wordOf(one, language) })),
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
    const choices = (kind: string, field: Field, id: string): Named[] => {
      const entry = isOwner(kind) ? own[kind].get(id) : undefined
      if (entry && !field.to) return ownChoices(entry, language, regions)
      if (field.to) return records[field.to] ?? []
      if (id === 'requestType') return requestTypes
      return (field.options ?? []).map(value => ({ value, label: word(id, value) }))
    }
    return {
      choices,
      nameOf(kind, field, id, value) {
        if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
        if (typeof value !== 'string') return JSON.stringify(value)
        if (value === '$now') return t('now')
        const length = lengthOf(value)
        if (length && (field?.type === 'time' || field?.type === 'date'))
          return t(`length.${length.unit}`, { n: length.count })
        if (field?.type === 'time' && !Number.isNaN(Date.parse(value))) return momentText(value, language)
        if (field?.to === 'customer')
          return queries.getQueryData<{ name: string }>(['customer.get', { id: value }])?.name ?? '…'
        const known = field && choices(kind, field, id).find(choice => choice.value === value)
        return known?.label ?? [...me.agent, ...mine].find(choice => choice.value === value)?.label ?? value
      },
    }
  }, [agents, departments, categories, types, roles, templates, zh, t, shared, own, language, regions, queries])
}

const momentText = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))

const isRegion = (id: string): boolean => id.endsWith('.region')

/** What the options of one of the desk's own fields are called; those out of use stay to be told. */
function ownChoices(
  { definition: { spec } }: OwnEntry,
  language: string,
  regions: readonly TreeNode[] | undefined,
): Named[] {
  if (spec.kind === 'choice' || spec.kind === 'choices')
    return spec.options.map(option => ({ value: option.key, label: wordOf(option, language), also: option.name }))
  if (spec.kind === 'cascade')
    return paths(spec.branches.map(branch => ({ ...branch, name: wordOf(branch, language), also: branch.nameEn })))
  return spec.kind === 'address' && regions ? paths(regions) : []
}

function paths(nodes: readonly TreeNode[]): Named[] {
  const grove = groveOf(nodes)
  return nodes.map(({ key }) => ({ value: key, label: pathText(grove.pathTo(key)) }))
}
