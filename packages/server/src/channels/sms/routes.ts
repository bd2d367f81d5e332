import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { Problem } from '../../kernel/problems.ts'
import { callbackSigner, isCallback, type SmsAccount, smsAccounts } from '../../records/sms/index.ts'
import { callbacks } from './callbacks.ts'
import { noteReceipts } from './receipts.ts'
import { receive } from './receive.ts'

const bodyLimit = 512 * 1024

/** Where providers push receipts and what customers write: they send arrays, and want to hear their own words of thanks. */
export async function addCallbacks(app: FastifyInstance, desk: Desk): Promise<void> {
  const signer = await callbackSigner(desk.db)
  const accountOf = async (request: FastifyRequest): Promise<SmsAccount> => {
    const { id, seal } = request.params as { id: string; seal: string }
    const account = isCallback(signer, id, seal) && (await desk.configuration.current()).of(smsAccounts).byId(id)
    if (!account || account.archived) throw new Problem(404, 'not_found')
    return account
  }
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, async (request: FastifyRequest, body: Buffer) =>
      bodyOf(request, body.toString('utf8')),
    )
    scope.post('/api/public/sms/:id/:seal/report', async request => {
      const { id, provider } = await accountOf(request)
      const receipts = callbacks[provider].receipts(request.body)
      if (!receipts) throw new Problem(400, 'malformed')
      await noteReceipts(desk, id, receipts)
      return callbacks[provider].thanks
    })
    scope.post('/api/public/sms/:id/:seal/reply', async request => {
      const { id, provider } = await accountOf(request)
      const incoming = callbacks[provider].incoming(request.body)
      if (!incoming) throw new Problem(400, 'malformed')
      await receive(desk, id, incoming)
      return callbacks[provider].thanks
    })
    done()
  })
}

function bodyOf(request: FastifyRequest, text: string): unknown {
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem(400, 'malformed')
  }
}
