import type { FastifyInstance } from 'fastify'
import { fileHeaders, workbookType } from '../../kernel/ask-address.ts'
import type { Desk } from '../../kernel/desk.ts'
import { writeWorkbook } from '../../kernel/workbook/index.ts'
import { blankPath, blankSheets, failedPath, failedSheet } from '../../records/imports/index.ts'
import { askerOf } from './asker.ts'

export function importRoutes(app: FastifyInstance, desk: Desk): void {
  app.get(blankPath, async (request, reply) => {
    const { caller, input } = await askerOf(app, request, 'import.template')
    const { name, sheets } = blankSheets(await desk.reading(caller), input)
    return reply.headers(fileHeaders(name, workbookType)).send(writeWorkbook(sheets, desk.clock()))
  })
  app.get(failedPath, async (request, reply) => {
    const { caller, input } = await askerOf(app, request, 'import.failed')
    const { name, sheet } = await failedSheet(await desk.reading(caller), input.jobId)
    return reply.headers(fileHeaders(name, workbookType)).send(writeWorkbook([sheet], desk.clock()))
  })
}
