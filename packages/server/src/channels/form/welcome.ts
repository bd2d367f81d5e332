import type { FormWelcome } from '@baton/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../kernel/desk.ts'
import { categories, requestTypes } from '../../records/categories/index.ts'
import { definitions } from '../../records/fields/index.ts'
import { portalSettings } from '../../records/portal/index.ts'
import { settings } from '../../records/settings/index.ts'
import { fieldOnPortal, keysIn, type Template, templateOnPortal, templates } from '../../records/templates/index.ts'
import type { FormTokens } from './token.ts'

/** GET /api/public/form: what the page needs to draw itself. `?former=` is the token of a page that stood open too long. */
export const welcome = (desk: Desk, tokens: FormTokens) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { former } = request.query as { former?: string }
  const picture = await desk.configuration.current()
  const { deskName, formEnabled } = picture.of(settings)
  const { all, templateOf } = picture.of(categories)
  const own = picture.of(definitions).of('ticket')
  const { byId, usual, all: every } = picture.of(templates)
  const offered = every.filter(isOffered).map(template => templateOnPortal(template, own))
  const keys = new Set(offered.flatMap(({ form }) => keysIn(form)))
  /** What holds for a matter without a template of its own, as `ticket.open` finds it; null when customers see none of it. */
  const held = (categoryId?: string): string | null => {
    const ofCategory = byId((categoryId && templateOf(categoryId)) || '')
    const template = ofCategory && !ofCategory.archived ? ofCategory : usual('ticket')
    return isOffered(template) ? template.id : null
  }
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
    categories: all
      .filter(category => !category.archived)
      .map(({ id, name, path }) => ({ id, name, path, depth: path.split('-').length - 1, templateId: held(id) })),
    templates: offered,
    templateId: held(),
    fields: own.all.filter(({ key }) => keys.has(key)).map(fieldOnPortal),
    zone: desk.config.timezone,
  }
  return answer
}

const isOffered = ({ of, onPortal, archived }: Template): boolean => of === 'ticket' && onPortal && !archived
