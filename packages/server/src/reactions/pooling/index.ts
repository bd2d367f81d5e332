/** A disabled person holds nothing any more: their open tickets go back to the pool of the department. */
import { module } from '../../kernel/module.ts'
import { settings } from '../../records/settings/index.ts'

export const pooling = module({
  name: 'pooling',
  followers: [
    {
      kind: 'verbs',
      name: 'pooling',
      hears: ['agent.disabled'],
      async act(event, desk) {
        const { defaultDepartmentId } = (await desk.configuration.current()).of(settings)
        const held = await desk.db
          .selectFrom('tickets')
          .select(['id', 'department_id'])
          .where('assignee_id', '=', event.subject_id)
          .where('is_done', '=', false)
          .orderBy('id')
          .execute()
        return held.map(ticket => ({
          verb: 'ticket.assign' as const,
          input: { ticketId: ticket.id, departmentId: ticket.department_id ?? defaultDepartmentId },
          key: ticket.id,
        }))
      },
    },
  ],
})
