import { z } from 'zod'
import { event, readOne, verb } from '../catalogue.ts'
import { condition, id, ids, line, lines, listOrder, mostSearched, tag } from '../shapes.ts'
import { urgencies } from '../states.ts'
import { channels } from '../tickets.ts'
import { customerExportColumns, exportColumns, fileKinds } from './columns.ts'

/** Tickets and customers that come from files and go into files. */

/** Columns of a file are counted from 1, and rows as a spreadsheet shows them. */
const column = z.int().min(1).max(500)
const row = z.int().min(0).max(1000)
/** A part of a ticket or a customer, or `fields.<key>`. */
const field = line(80)
export const fileFormats = ['xlsx', 'csv'] as const

const kind = z.enum(fileKinds).default('ticket')

/** Where rows stand in a file that the caller has uploaded, and what its columns are. */
const source = {
  fileId: id,
  /** Its place among the file's sheets, from 0. */
  sheet: z.int().min(0).max(999).default(0),
  /** The row with the headers; 0 where there is none. */
  headerRow: row.default(1),
  mapping: z.array(z.strictObject({ column, field })).min(1).max(500),
}

const again = {
  /** Columns by which a row is known again: what was imported before is not made twice. */
  key: z.array(column).max(5).default([]),
  /** What becomes of rows that are known. */
  onKnown: z.enum(['skip', 'update']).default('skip'),
  dryRun: z.boolean().default(false),
}

export const importVerbs = {
  /**
   * 导入: makes a ticket of every row of a file, in the background, each as `ticket.open` would as the caller; or, with
   * `dryRun`, says what would become of each and writes nothing. The file is one that the caller has uploaded.
   */
  'ticket.import': verb('job', {
    ...source,
    /** What holds where a row says nothing. */
    defaults: z
      .strictObject({
        templateId: id.optional(),
        categoryId: id.optional(),
        departmentId: id.optional(),
        assigneeId: id.optional(),
        requestType: line(50).optional(),
        urgency: z.enum(urgencies).optional(),
        channel: z.enum(channels).default('web'),
        tags: z.array(tag).max(50).default([]),
      })
      .prefault({}),
    ...again,
  }),
  /**
   * 导入客户: makes a customer of every row of a file, as `customer.create` would as the caller, or, where the row is known,
   * leaves it out or changes what the row says, as `customer.update` would. A row is known by the customer's number, by the
   * key, else by any contact point that a customer has.
   */
  'customer.import': verb('job', { ...source, ...again }),
  /** Writes down that tickets or customers went out: done by Baton when a download is over. */
  'export.tell': verb('message', {
    of: z.enum(fileKinds).default('ticket'),
    count: z.int().min(0),
    format: z.enum(fileFormats),
    view: line(60).optional(),
    /** Whether all of it was fetched. */
    whole: z.boolean(),
  }),
} as const

export const importReads = {
  /** What stands in an uploaded file, and what its columns most likely are. Asks for the import of what it brings. */
  'import.preview': readOne(
    'importPreview',
    {
      of: kind,
      fileId: id,
      sheet: z.int().min(0).max(999).optional(),
      headerRow: row.optional(),
      /** Of tickets. */
      templateId: id.optional(),
    },
    'signedIn',
  ),
  /** Where the rows that failed can be fetched as a workbook: as they were, with the reasons beside them. */
  'import.failed': readOne('workbook', { jobId: id }, 'signedIn'),
  /** Where a workbook to fill in can be fetched: headers, an example, explanations. Asks for the import of what it brings. */
  'import.template': readOne('workbook', { of: kind, templateId: id.optional() }, 'signedIn'),
  /**
   * 导出: where the tickets of a view, a condition or a search can be fetched as a file: an address that is good for its
   * asker. They stand in the order that is named here, else the view's, else the newest first, as in `ticket.list`.
   */
  'ticket.export': readOne('workbook', {
    view: line(60).optional(),
    where: condition.optional(),
    text: lines(mostSearched).optional(),
    /** Named ones instead. */
    ticketIds: ids.optional(),
    order: listOrder.optional(),
    /** Of `exportColumns`, or `fields.<key>`; without them those of the view, or those that are usual. */
    columns: z.array(field).min(1).max(200).optional(),
    format: z.enum(fileFormats).default('xlsx'),
  }),
  /**
   * 导出客户: where the customers that `customer.find` or `customer.list` tell for the text, or all of them, can be fetched as
   * a file, the newest first.
   */
  'customer.export': readOne('workbook', {
    text: z.string().max(254).optional(),
    where: condition.optional(),
    /** Of `customerExportColumns`, or `fields.<key>`; without them those that are usual. */
    columns: z.array(field).min(1).max(200).optional(),
    format: z.enum(fileFormats).default('xlsx'),
  }),
  /**
   * What columns an export can have, in their usual order, and which of them it has when nothing is said: those of
   * the view, if it has any. Asks for the export of what goes out.
   */
  'export.columns': readOne('exportColumns', { of: kind, view: line(60).optional() }, 'signedIn'),
} as const

export const importEvents = {
  'ticket.exported': event({
    count: z.int(),
    format: z.enum(fileFormats),
    view: z.string().nullable(),
    whole: z.boolean(),
  }),
  'customer.exported': event({ count: z.int(), format: z.enum(fileFormats), whole: z.boolean() }),
} as const

export const importRecords = {
  exportColumns: z.object({ columns: z.array(z.object({ id: z.string(), name: z.string(), usual: z.boolean() })) }),
  importPreview: z.object({
    /** The file's. */
    id,
    name: z.string(),
    kind: z.enum(fileFormats),
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
    sheet: z.int(),
    headerRow: z.int(),
    columns: z.array(
      z.object({
        column,
        /** `A`, `B` … */
        letter: z.string(),
        header: z.string(),
        /** The first few values in words. */
        samples: z.array(z.string()),
        /** What it most likely is. */
        suggested: z.string().nullable(),
      }),
    ),
    /** The first rows beneath the headers, in words. */
    rows: z.array(z.object({ n: z.int(), cells: z.array(z.string()) })),
    /** How many rows there are beneath the headers; of very long files as many as were counted. */
    rowCount: z.int(),
    isMore: z.boolean(),
    /** What columns can be. */
    targets: z.array(
      z.object({
        field: z.string(),
        name: z.string(),
        /** Whether nothing can be made without it. */
        required: z.boolean(),
        /** Whether no two can have the same: what rows are known by. */
        unique: z.boolean(),
      }),
    ),
    /** Columns by which rows can be known again. */
    suggestedKey: z.array(column),
  }),
} as const

export const isExportColumn = (field: string): boolean => (exportColumns as readonly string[]).includes(field)
export const isCustomerExportColumn = (field: string): boolean =>
  (customerExportColumns as readonly string[]).includes(field)
