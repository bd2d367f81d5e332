import type { Form } from '@baton/contract'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic } from '../../kernel/ids.ts'
import { ordered } from '../../kernel/ordered.ts'
import { notFound, Problem } from '../../kernel/problems.ts'
import { same } from '../../kernel/same.ts'
import { add, changesOf, done, type Row, reconfigure, set, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { checkedForm, problemsOf } from './check.ts'
import { templates } from './templates.ts'

const names = {
  name: 'name',
  name_en: 'nameEn',
  description: 'description',
  opens: 'opens',
  sla_policy_id: 'slaPolicyId',
  survey: 'survey',
  department_ids: 'departmentIds',
  on_portal: 'onPortal',
  position: 'position',
  form_version: 'formVersion',
}

interface Prepared {
  form: Form | undefined
  ids: readonly string[]
}

/** Another form is another version; the former ones are kept, for the tickets that were opened with them. */
export const updateTemplate = verb<'template.update', Prepared>('template.update', {
  async prepare(preparing, { templateId, form, position }) {
    const { all, byId } = preparing.picture.of(templates)
    const template = byId(templateId)
    if (!template) throw notFound()
    return {
      form: form && checkedForm(form, template.of, preparing),
      ids: position === undefined ? [templateId] : all.map(({ id }) => id),
    }
  },
  subjects: ({ templateId }, { ids }) => ({ ...oneAtATime, template: [...new Set([templateId, ...ids])] }),
  decide(scene, input, call) {
    const row = scene.rows('template').find(({ id }) => id === input.templateId)
    if (!row) throw new Error('the template is locked')
    const problems = problemsOf({ ...input, id: row.id, of: row.owner }, call)
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    const { form } = scene.prepared
    const isOther = form !== undefined && !same(form, row.form)
    const patch = {
      ...(input.name !== undefined && { name: input.name }),
      ...(input.nameEn !== undefined && { name_en: input.nameEn }),
      ...(input.description !== undefined && { description: input.description }),
      ...(input.opens && { opens: input.opens }),
      ...(input.slaPolicyId !== undefined && { sla_policy_id: input.slaPolicyId }),
      ...(input.survey && { survey: input.survey }),
      ...(input.departmentIds && { department_ids: [...new Set(input.departmentIds)] }),
      ...(input.onPortal !== undefined && { on_portal: input.onPortal }),
      ...(isOther && { form, form_version: row.form_version + 1 }),
    }
    const order = input.position === undefined ? [] : ordered(scene.rows('template'), row.id, input.position)
    const place = order.find(({ id }) => id === row.id)?.position ?? row.position
    const changes = changesOf(row as unknown as Row, { ...patch, position: place }, names)
    if (changes.length === 0) return done(row.id, [])
    const formVersion = patch.form_version ?? row.form_version
    return done(row.id, [
      set('templates', row.id, patch),
      ...order.map(({ id, position }) => set('templates', id, { position })),
      ...(patch.form
        ? [
            add('template_forms', {
              template_id: row.id,
              form_version: formVersion,
              form: patch.form,
              created_at: call.now,
            }),
          ]
        : []),
      reconfigure,
      tell('template.updated', deskTopic, row.id, { name: row.name, formVersion, changes }),
    ])
  },
})
