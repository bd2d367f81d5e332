import type { FormWelcome } from '@baton/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { categories, requestTypes } from '../../records/categories/index.ts'
import { portalSettings } from '../../records/portal/index.ts'
import { settings } from '../../records/settings/index.ts'
import type { FormTokens } from './token.ts'

/** GET /api/public/form: what the page needs to draw itself. `?former=` is the token of a page that stood open too long. */
export const welcome = (desk: Desk, tokens: FormTokens) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { former } = request.query as { former?: string }
  const picture = await desk.configuration.current()
  const { deskName, formEnabled } = picture.of(settings)
  const shown = picture.of(categories).all.filter(category => !category.archived)
  reply.header('cache-control', 'no-store')
  const answer: FormWelcome = {
    enabled: formEnabled,
    followEnabled: picture.of(portalSettings).followEnabled,
    deskName,
    token: tokens.issue(typeof former === 'string' ? former : undefined),
    requestTypes: picture
      .of(requestTypes)
      .all.filter(type => type.archived_at === null)
      .map(type => ({ key: type.key, nameZh: type.name_zh, nameEn: type.name_en })),
    categories: shown.map(({ id, name, path }) => ({ id, name, path, depth: path.split('-').length - 1 })),
  }
  return answer
}
