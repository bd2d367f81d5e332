import { z } from 'zod'
import { event, readOne, readPage, verb } from './catalogue.ts'
import { fieldValues, recordChange } from './fields/verbs.ts'
import { condition, email, id, line, lines, phone, version } from './shapes.ts'

const points = {
  emails: z.array(email).max(20),
  phones: z.array(phone).max(20),
}
export const salutation = z.enum(['mr', 'ms'])

export const customerVerbs = {
  'customer.create': verb('customer', {
    name: line(100),
    salutation: salutation.optional(),
    company: line(200).optional(),
    level: line(30).optional(),
    emails: points.emails.default([]),
    phones: points.phones.default([]),
    externalId: line(200).optional(),
    note: lines(5000).optional(),
    fields: fieldValues.optional(),
  }),
  'customer.update': verb('customer', {
    customerId: id,
    name: line(100).optional(),
    salutation: salutation.nullable().optional(),
    company: line(200).nullable().optional(),
    level: line(30).nullable().optional(),
    emails: points.emails.optional(),
    phones: points.phones.optional(),
    externalId: line(200).nullable().optional(),
    note: lines(5000).nullable().optional(),
    /** Those that are named; null forgets one. The others stay. */
    fields: fieldValues.optional(),
    version: version.optional(),
  }),
  'company.update': verb('company', {
    companyId: id,
    name: line(200).optional(),
    fields: fieldValues.optional(),
    version: version.optional(),
  }),
} as const

export const customerReads = {
  'customer.get': readOne('customer', { id }),
  /** By any contact point (mail address, phone in any spelling, external id, customer number) or the start of a name. */
  'customer.find': readPage('customer', { text: line(254) }),
  /** The newest first; with a text, those in whose name or company it stands, and with a condition also whom `find` tells. */
  'customer.list': readPage('customer', { text: z.string().max(100).optional(), where: condition.optional() }),
  'company.get': readOne('company', { id }),
  /** By name; with a text, those in whose name it stands. */
  'company.list': readPage('company', { text: z.string().max(100).optional() }),
  'customer.timeline': readPage('timelineItem', { customerId: id }),
} as const

export const customerEvents = {
  'customer.created': event({ name: z.string(), origin: z.string() }),
  'company.updated': event({ name: z.string(), changes: z.array(recordChange) }),
  'customer.updated': event({ name: z.string(), changes: z.array(recordChange) }),
} as const
