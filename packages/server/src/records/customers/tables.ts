import type { Point, PointKind } from './points.ts'

export interface CustomersTable {
  id: string
  /** Given by the database, in order: `C000042`. */
  number: string
  name: string
  name_folded: string
  salutation: 'mr' | 'ms' | null
  company_id: string | null
  level: string | null
  note: string | null
  /** Numbers that were handed to us with hidden digits: shown, and never a key. */
  partial_phones: string[]
  fields: Record<string, unknown>
  /** Null: not folded yet. */
  fields_folded: Record<string, string> | null
  version: number
  created_at: Date
  updated_at: Date
}

export interface CompanyRow {
  id: string
  name: string
  name_folded: string
  fields: Record<string, unknown>
  fields_folded: Record<string, string> | null
  version: number
  created_at: Date
  updated_at: Date
}

declare module '../../kernel/db.ts' {
  interface Tables {
    companies: CompanyRow
    customers: CustomersTable
    /** Keyed by kind and value: a contact point belongs to one customer at most. */
    /** What a stranger typed beside the contact point that they were recognised by: shown, and never a key. */
    claimed_points: { customer_id: string; kind: 'email' | 'phone'; value: string; claimed_at: Date }
    contact_points: { kind: PointKind; value: string; customer_id: string; position: number }
  }
}

/** A locked customer with its contact points in order. */
export interface CustomerRow extends CustomersTable {
  company: string | null
  points: (Point & { position: number })[]
}

declare module '../../kernel/kinds.ts' {
  interface KindRows {
    customer: CustomerRow
    company: CompanyRow
  }
}
