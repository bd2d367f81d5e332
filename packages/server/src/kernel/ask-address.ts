import { invalidField } from './problems.ts'

/** Where the answer to a question can be fetched as a file: the question stands in the address, and who asks is found out anew. */
export const addressOf = (path: string, input: unknown): string =>
  `${path}?ask=${Buffer.from(JSON.stringify(input)).toString('base64url')}`

/** The question in such an address. It comes from outside: anything else is a 422. */
export function askedIn({ ask }: { ask?: unknown }): Record<string, unknown> {
  try {
    const asked: unknown = JSON.parse(Buffer.from(String(ask), 'base64url').toString())
    if (typeof asked === 'object' && asked !== null && !Array.isArray(asked)) return asked as Record<string, unknown>
  } catch {}
  throw invalidField('ask', 'format')
}

/** What a file is handed out with. */
export const fileHeaders = (name: string, mediaType: string) => ({
  'content-type': mediaType,
  'content-disposition': `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  'cache-control': 'no-store',
})

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
