import { useEffect, useMemo, useRef } from 'react'
import { templateFor } from '../fields/templateFor.ts'
import { useFields } from '../fields/useFields.ts'
import { useStanding } from '../fields/useStanding.ts'
import { basicForm, useOwnTemplates } from '../fields/useTemplates.ts'
import { sentValue, usualValues } from '../fields/values.ts'
import { useMe } from '../session/me.ts'
import { useCategories } from '../workspace/choices.ts'
import { type CallDraft, withPresets } from './draft.ts'

/** What is asked about the matter: by the form of the template that was chosen, or that its category has. */
export function useMatter(draft: CallDraft, change: (patch: Partial<CallDraft>) => void) {
  const { agent } = useMe()
  const { values } = draft
  const { requestType, urgency, category, subject, target, customer, fields, tags } = values
  const templates = useOwnTemplates()
  const { items: categories } = useCategories()
  const definitions = useFields('ticket')
  const template = templateFor(templates, values.template, category, categories)

  const latest = useRef({ values, change, templates })
  latest.current = { values, change, templates }
  useEffect(() => {
    const now = latest.current
    if (!template || now.values.presetFrom === template.id) return
    const earlier = now.templates.find(({ id }) => id === now.values.presetFrom)
    now.change({ values: withPresets(now.values, template, earlier) })
  }, [template])

  const usual = useMemo(() => usualValues(definitions, agent.id, new Date()), [definitions, agent.id])
  const record = useMemo(
    () => ({
      subject,
      channel: 'phone',
      urgency,
      requestType,
      categoryId: category,
      templateId: template?.id ?? null,
      departmentId: target?.departmentId ?? null,
      assigneeId: target?.assigneeId ?? null,
      customerId: customer?.id ?? null,
      creatorId: agent.id,
      tags,
      status: 'new',
      open: true,
      runState: 'running',
    }),
    [subject, urgency, requestType, category, template, target, customer, tags, agent.id],
  )
  const all = useMemo(() => ({ ...usual, ...fields }), [usual, fields])
  const standing = useStanding('ticket', template?.form ?? basicForm, record, all)
  return {
    template,
    templates,
    standing,
    /** What was filled in of what is shown. */
    sent: () =>
      Object.fromEntries(
        Object.entries(standing.shown(fields)).map(([key, value]) => {
          const field = definitions.find(one => one.key === key)
          return [key, field ? sentValue(field, value) : value]
        }),
      ),
  }
}
