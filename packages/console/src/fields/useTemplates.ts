import type { FieldOwner, Records } from '@baton/contract'
import { useMemo } from 'react'
import { useAll } from '../lists/useAll.ts'
import { useMe } from '../session/me.ts'

export type TemplateRecord = Records['template']

/** What is asked while the templates are still coming. */
export const basicForm: TemplateRecord['form'] = (['requestType', 'category', 'urgency', 'body'] as const).map(
  field => ({
    field,
    width: field === 'body' || field === 'urgency' ? 'full' : 'half',
    required: 'no',
    onPortal: false,
  }),
)

/** The templates in use of a kind of record, in their order. */
export function useTemplates(of: FieldOwner): readonly TemplateRecord[] {
  const { data } = useAll('template.list', {})
  return useMemo(() => (data ?? []).filter(template => template.of === of), [data, of])
}

/** The one form that customers have, or companies. */
export const useOnlyForm = (of: 'customer' | 'company'): TemplateRecord['form'] => useTemplates(of)[0]?.form ?? none
const none: TemplateRecord['form'] = []

/** Those that one's own departments open tickets with. */
export function useOwnTemplates(): readonly TemplateRecord[] {
  const { agent } = useMe()
  const all = useTemplates('ticket')
  return useMemo(
    () =>
      all.filter(
        ({ departmentIds }) => departmentIds.length === 0 || agent.departmentIds.some(id => departmentIds.includes(id)),
      ),
    [all, agent.departmentIds],
  )
}
