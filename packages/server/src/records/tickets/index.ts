/** Tickets: a matter that somebody raised, and at any instant exactly one holder of it. */
import { module } from '../../kernel/module.ts'
import { acknowledgeTicket } from './acknowledge.ts'
import { alertTicket } from './alert.ts'
import { assignTicket } from './assign.ts'
import { awaitTicket } from './await.ts'
import { cancelTicket } from './cancel.ts'
import { claimTicket } from './claim.ts'
import { closeTicket } from './close.ts'
import { countTickets } from './counts.ts'
import { listDrafts, presentDrafts, saveDraft } from './drafts.ts'
import { exportTickets } from './export/file.ts'
import { ticketFields } from './fields.ts'
import { followUpTicket } from './follow-up.ts'
import { forceEndTicket } from './force-end.ts'
import { freshTicket } from './fresh.ts'
import { getTicket } from './get.ts'
import { groupTickets } from './groups.ts'
import { listHandovers } from './handovers.ts'
import { holdTicket } from './hold.ts'
import { ticketKind } from './kind.ts'
import { listTickets } from './list.ts'
import { noteTicket } from './note.ts'
import { openTicket } from './open.ts'
import { openAnsweredTicket } from './open-answered.ts'
import { pauseTicket } from './pause.ts'
import { presentTickets } from './present.ts'
import { progressTicket } from './progress.ts'
import { receiveTicket } from './receive.ts'
import { recordCall } from './record-call.ts'
import { remindAppointment } from './remind-appointment.ts'
import { reopenTicket } from './reopen.ts'
import { replyTicket } from './reply.ts'
import { resumeTicket } from './resume.ts'
import { returnTicket } from './return.ts'
import { searchTickets } from './search/read.ts'
import { seeTicket } from './see.ts'
import { solveTicket } from './solve.ts'
import { tickTicket } from './tick.ts'
import { ticketTimeline } from './timeline.ts'
import { transferTicket } from './transfer.ts'
import { updateTicket } from './update.ts'
import { urgeTicket } from './urge.ts'
import { archiveView } from './views/archive.ts'
import { createView } from './views/create.ts'
import { viewKind } from './views/kind.ts'
import { listViews, presentViews } from './views/list.ts'
import { publishView } from './views/publish.ts'
import { restoreView } from './views/restore.ts'
import { updateView } from './views/update.ts'

export { moved, nothing, ticketVerb } from './act.ts'
export { nextTick, rungAt, runUntil, warnedSince } from './clocks.ts'
export { exportPath, ticketColumns, ticketFile } from './export/file.ts'
export { plainTicket, type TicketFields, ticketFields } from './fields.ts'
export { templateFor } from './form.ts'
export { ticketIdOf } from './get.ts'
export { goesOn, type Holder, handover, holderOf, sameHolder } from './holder.ts'
export { loadTickets } from './lock.ts'
export { namesOf } from './names.ts'
export { clockRecord, tellsClocks } from './present.ts'
export { type Selection, selectionOf, selectTickets } from './select.ts'
export { type ClockRow, type LockedTicket, type MessageRow, standingOf, type TicketRow } from './ticket.ts'
export { type Before, beforeOf, canBeUndone, undoOf } from './undo.ts'
export { urgeableAgainAt } from './urge.ts'
export { conditionOf } from './where.ts'

export const tickets = module({
  name: 'tickets',
  kinds: [{ ...ticketKind, fresh: freshTicket }, viewKind],
  verbs: {
    'ticket.open': openTicket,
    'ticket.openAnswered': openAnsweredTicket,
    'ticket.receive': receiveTicket,
    'ticket.reply': replyTicket,
    'ticket.recordCall': recordCall,
    'ticket.note': noteTicket,
    'ticket.progress': progressTicket,
    'ticket.assign': assignTicket,
    'ticket.claim': claimTicket,
    'ticket.acknowledge': acknowledgeTicket,
    'ticket.transfer': transferTicket,
    'ticket.return': returnTicket,
    'ticket.urge': urgeTicket,
    'ticket.alert': alertTicket,
    'ticket.update': updateTicket,
    'ticket.await': awaitTicket,
    'ticket.hold': holdTicket,
    'ticket.solve': solveTicket,
    'ticket.followUp': followUpTicket,
    'ticket.reopen': reopenTicket,
    'ticket.close': closeTicket,
    'ticket.pause': pauseTicket,
    'ticket.resume': resumeTicket,
    'ticket.cancel': cancelTicket,
    'ticket.forceEnd': forceEndTicket,
    'ticket.tick': tickTicket,
    'ticket.remindAppointment': remindAppointment,
    'ticket.see': seeTicket,
    'draft.save': saveDraft,
    'view.create': createView,
    'view.update': updateView,
    'view.publish': publishView,
    'view.archive': archiveView,
    'view.restore': restoreView,
  },
  reads: {
    'ticket.get': getTicket,
    'ticket.list': listTickets,
    'ticket.search': searchTickets,
    'ticket.export': exportTickets,
    'ticket.timeline': ticketTimeline,
    'ticket.counts': countTickets,
    'ticket.groups': groupTickets,
    'ticket.handovers': listHandovers,
    'draft.list': listDrafts,
    'view.list': listViews,
  },
  configuration: [ticketFields],
  presenters: {
    message: async (_reading, ids) => ids.map(id => ({ id })),
    ticket: presentTickets,
    view: presentViews,
    draft: presentDrafts,
  },
})
