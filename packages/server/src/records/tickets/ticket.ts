import type { Channel, DispatchDecision, MessageKind, Rung, RunState, Status, Urgency } from '@baton/contract'

/** A ticket as its table holds it, with what locking loads beside it: the customer's level and name, and the clocks. */
export interface TicketRow {
  id: string
  number: string
  subject: string
  subject_folded: string
  status: Status
  run_state: RunState
  urgency: Urgency
  urgency_rank: number
  request_type: string | null
  channel: Channel
  category_id: string | null
  template_id: string | null
  template_version: number | null
  department_id: string | null
  assignee_id: string | null
  customer_id: string | null
  mailbox_id: string | null
  creator_kind: string
  creator_id: string | null
  tags: string[]
  fields: Record<string, unknown>
  /** Null: not folded yet. */
  fields_folded: Record<string, string> | null
  mention_ids: string[]
  result: string | null
  urge_count: number
  urged_at: Date | null
  reopen_count: number
  /** How often it has been resolved: each time begins a cycle, in which the customer is asked once. */
  resolve_count: number
  /** The customer's newest rating, 1 to 5. */
  satisfaction: number | null
  message_count: number
  public_seq: number
  last_words: string
  last_from: 'customer' | 'us'
  last_message_at: Date | null
  waiting_since: Date | null
  submitted_at: Date
  created_at: Date
  updated_at: Date
  acknowledged_at: Date | null
  first_response_at: Date | null
  solved_at: Date | null
  closed_at: Date | null
  paused_at: Date | null
  resume_at: Date | null
  appointment_at: Date | null
  paused_seconds: number
  due_at: Date | null
  /** Since when a yellow card stands on it. */
  warned_at: Date | null
  breached_at: Date | null
  /** Since when an extension waits to be decided. */
  extension_asked_at: Date | null
  /** Since when it is known that nobody able is there; null again with the next holder. */
  undispatched_at: Date | null
  version: number
}

/** The same, as the state table asks for it. */
export const standingOf = ({
  status,
  run_state,
  assignee_id,
}: Pick<TicketRow, 'status' | 'run_state' | 'assignee_id'>) => ({
  status,
  runState: run_state,
  assigneeId: assignee_id,
})

export interface LockedTicket extends TicketRow {
  customer_level: string | null
  customer_name: string | null
  clocks: ClockRow[]
}

export interface ClockRow {
  id: string
  ticket_id: string
  subject_kind: 'ticket' | 'task' | 'node'
  subject_id: string
  target: string
  target_seconds: number
  calendar_id: string | null
  policy_id: string | null
  /** What it is about: another round of the ticket is another promise. */
  round: string
  state: 'running' | 'paused' | 'met' | 'dropped'
  /** Why it stands so. */
  cause: string
  started_at: Date
  /** Since when the present state lasts; what ran before is in `used_seconds`. */
  since: Date
  due_at: Date
  used_seconds: number
  /** Part of the target: what was granted beyond the policy. */
  extended_seconds: number
  asked: AskedExtension | null
  ended_at: Date | null
  /** How long before it is due its yellow card falls, in working seconds; null: never. */
  lead_seconds: number | null
  warns_at: Date | null
  warned_at: Date | null
  warned_department_id: string | null
  warned_assignee_id: string | null
  breached_at: Date | null
  breached_department_id: string | null
  breached_assignee_id: string | null
  /** In the order of their times; the first `rung` of them are done, the next is due at `rung_at`. */
  ladder: Rung[]
  rung: number
  rung_at: Date | null
}

/** More time, asked for and not decided yet. */
export interface AskedExtension {
  seconds: number
  reason: string
  byId: string | null
  byName: string
  /** ISO 8601. */
  at: string
}

export interface MessageRow {
  id: string
  ticket_id: string
  seq: number
  kind: MessageKind
  channel: string
  author_kind: string
  author_id: string | null
  author_name: string
  sender: string | null
  verified: boolean
  automatic: boolean
  body: string
  html: string | null
  attachments: { id: string; name: string; mediaType: string; size: number }[]
  mention_ids: string[]
  mail_id: string | null
  source_id: string | null
  created_at: Date
  submitted_at: Date | null
}

declare module '../../kernel/db.ts' {
  interface Tables {
    tickets: TicketRow & { readonly is_done: boolean; readonly due_order: Date }
    messages: MessageRow
    clocks: ClockRow
    clock_segments: {
      id: string
      clock_id: string
      ticket_id: string
      from_at: Date
      to_at: Date
      state: string
      cause: string
      worked_seconds: number | null
      target_seconds: number | null
      calendar_id: string | null
      policy_id: string | null
    }
    handovers: {
      id: string
      ticket_id: string
      at: Date
      verb: string
      mode: string
      from_department_id: string | null
      from_assignee_id: string | null
      to_department_id: string | null
      to_assignee_id: string | null
      actor_kind: string
      actor_id: string | null
      reason: string | null
      note: string | null
      decision: DispatchDecision | null
    }
    ticket_links: { ticket_id: string; other_id: string; kind: string; created_at: Date }
    seen: { agent_id: string; ticket_id: string; seq: number; at: Date }
  }
}

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    ticket: LockedTicket
  }
}

/** 0 is the most urgent. */
export const urgencyRank: Record<Urgency, number> = { critical: 0, urgent: 1, normal: 2 }

/** The API's names of the columns that changes are told of: whatever clocks and figures depend on is among them. */
export const fieldNames: Record<string, string> = {
  subject: 'subject',
  status: 'status',
  run_state: 'runState',
  urgency: 'urgency',
  request_type: 'requestType',
  category_id: 'categoryId',
  template_id: 'templateId',
  template_version: 'templateVersion',
  department_id: 'departmentId',
  assignee_id: 'assigneeId',
  customer_id: 'customerId',
  tags: 'tags',
  result: 'result',
  satisfaction: 'satisfaction',
  reopen_count: 'reopenCount',
  waiting_since: 'waitingSince',
  acknowledged_at: 'acknowledgedAt',
  first_response_at: 'firstResponseAt',
  appointment_at: 'appointmentAt',
}
