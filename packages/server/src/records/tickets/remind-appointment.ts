import { done, type Step, tell } from '../../kernel/steps.ts'
import { schedule, unschedule } from '../../kernel/timers.ts'
import { verb } from '../../kernel/verb.ts'

/** 预约时间到: tells so, once, as long as the ticket is open and the appointment stands. */
export const remindAppointment = verb('ticket.remindAppointment', {
  subjects: ({ ticketId }) => ({ ticket: [ticketId] }),
  decide(scene, { appointmentAt }) {
    const ticket = scene.one('ticket')
    const isStill = ticket.appointment_at?.getTime() === Date.parse(appointmentAt)
    const isOver = ['solved', 'closed', 'merged'].includes(ticket.status)
    return done(
      ticket.id,
      isStill && !isOver ? [tell('ticket.appointmentDue', ticket.id, ticket.id, { appointmentAt })] : [],
    )
  },
})

/** Sets the clock for an appointment that is to come; of one that has been nobody is called. */
export function appointmentSteps(ticketId: string, at: Date | null, now: Date): Step[] {
  if (!at || at <= now) return [unschedule('ticket.remindAppointment', ticketId)]
  return [schedule('ticket.remindAppointment', ticketId, at, { ticketId, appointmentAt: at.toISOString() })]
}
