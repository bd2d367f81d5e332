import type { Form } from '@baton/contract'
import { oneAtATime } from '../../kernel/exclusive.ts'
import { deskTopic, newId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problems.ts'
import { add, done, reconfigure, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { checkedForm, problemsOf } from './check.ts'
import { templates } from './templates.ts'

export const createTemplate = verb<'template.create', Form>('template.create', {
  prepare: async (preparing, { form }) => checkedForm(form, 'ticket', preparing),
  subjects: () => oneAtATime,
  decide({ prepared: form }, input, call) {
    const problems = problemsOf({ of: 'ticket', ...input }, call)
    if (problems.length > 0) return { refusal: new Problem(422, 'invalid', {}, problems) }
    const id = newId()
    return done(id, [
      add('templates', {
        id,
        owner: 'ticket',
        name: input.name,
        name_en: input.nameEn ?? null,
        description: input.description ?? null,
        form,
        opens: input.opens,
        sla_policy_id: input.slaPolicyId ?? null,
        survey: input.survey,
        department_ids: [...new Set(input.departmentIds)],
        on_portal: input.onPortal,
        position: Math.max(0, ...call.of(templates).all.map(({ position }) => position)) + 1,
        created_at: call.now,
      }),
      add('template_forms', { template_id: id, form_version: 1, form, created_at: call.now }),
      reconfigure,
      tell('template.created', deskTopic, id, { name: input.name }),
    ])
  },
})
