import { z } from 'zod'
import { event, readPage, verb } from '../catalogue.ts'
import { id, line, lines, version } from '../shapes.ts'
import { fieldKey, fieldOwners, fieldSpec } from './spec.ts'

const help = lines(500)
/** Checked by the field's own kind; `$me` for a person, `$now` for a date or a time. */
const usual = z.unknown()

/** Values of the desk's own fields, by key; each is read by its field. Null forgets one. */
export const fieldValues = z
  .record(z.string().max(64), z.unknown())
  .refine(values => Object.keys(values).length <= 500, {
    params: { code: 'too_big' },
  })

export const fieldVerbs = {
  'field.create': verb('field', {
    of: z.enum(fieldOwners).default('ticket'),
    /** Given by Baton when left out. Never changes, like the kind. */
    key: fieldKey.optional(),
    name: line(60),
    nameEn: line(60).optional(),
    /** Shown beside the field where it is filled in. */
    help: help.optional(),
    spec: fieldSpec,
    default: usual.optional(),
    /** No two records may have the same value. */
    unique: z.boolean().default(false),
    /** Kept in an index of its own: lists that ask about it, or are ordered by it, stay fast among a million. */
    indexed: z.boolean().default(false),
    /** Statistics can be narrowed by it and told apart by it, from then on. Of tickets, ten at a time, archived ones too. */
    reported: z.boolean().default(false),
  }),
  'field.update': verb('field', {
    fieldId: id,
    name: line(60).optional(),
    nameEn: line(60).nullable().optional(),
    help: help.nullable().optional(),
    /** The same kind with other particulars; options are taken out of use, not out of the list. */
    spec: fieldSpec.optional(),
    default: usual.optional(),
    unique: z.literal(false).optional(),
    indexed: z.boolean().optional(),
    reported: z.boolean().optional(),
    /** Among the others of its kind of record, from 1. */
    position: z.int().min(1).max(2000).optional(),
    version: version.optional(),
  }),
  /** Out of use: what is kept in it stays, and can be asked about. */
  'field.archive': verb('field', { fieldId: id }),
  'field.restore': verb('field', { fieldId: id }),
} as const

export const fieldReads = {
  /** In their order; those that the caller may not see are not there. */
  'field.list': readPage('field', { of: z.enum(fieldOwners).optional(), archived: z.boolean().optional() }, 'signedIn'),
} as const

const change = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
const named = event({ name: z.string(), of: z.enum(fieldOwners) })
/** What changed of a ticket, a customer or a company. */
export const recordChange = z.strictObject({
  field: z.string(),
  from: z.unknown(),
  to: z.unknown(),
  /** What the files of an own field are called, by id, of those too that went. */
  names: z.record(z.string(), z.string()).optional(),
})

export const fieldEvents = {
  'field.created': named,
  'field.updated': event({ name: z.string(), of: z.enum(fieldOwners), changes: z.array(change) }),
  'field.archived': named,
  'field.restored': named,
} as const

export const fieldRecords = {
  field: z.object({
    id,
    of: z.enum(fieldOwners),
    key: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    help: z.string().nullable(),
    spec: fieldSpec,
    default: z.unknown(),
    unique: z.boolean(),
    indexed: z.boolean(),
    reported: z.boolean(),
    position: z.int(),
    archived: z.boolean(),
    version,
    allowed: z.array(z.string()),
  }),
}
