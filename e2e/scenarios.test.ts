import type { ReadName } from '@baton/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Do, knownFrom, make } from '../packages/console/src/setup/make.ts'
import { type Present, planOf } from '../packages/console/src/setup/plan.ts'
import { templates } from '../packages/console/src/setup/templates.ts'
import { admin, openStage, type Stage } from './stage.ts'

/** each scenario makes a desk that works, in either language, and a second time nothing. */
describe.each(
  templates.flatMap(template => (['zh-CN', 'en'] as const).map(locale => [template.key, locale, template] as const)),
)('%s in %s', (_key, locale, template) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const all = async <T>(read: ReadName, input: object = {}): Promise<T[]> =>
    (await stage.ask(read, { limit: 200, ...input })).items as T[]
  const present = async (): Promise<Present> => ({
    departments: await all('department.list'),
    categories: await all('category.list'),
    requestTypes: await all('requestType.list', { archived: true }),
    fields: await all('field.list', { archived: true }),
    templates: await all('template.list'),
    policies: await all('slaPolicy.list'),
    macros: await all('macro.list'),
    replies: await all('cannedReply.list'),
    views: await all('view.list'),
  })

  test('makes all that it says', async () => {
    const perform: Do = (name, input) => stage.performAs(admin.login, name, input)
    const before = await present()
    const plan = planOf(template, before, locale)
    const known = knownFrom(before, template, locale)
    for (const making of plan) await make(perform, making, known, locale)
    const after = await present()
    expect(planOf(template, after, locale)).toEqual([])
    const made = (kind: string) => plan.filter(one => one.make === kind).length
    if (!template.kit) return
    expect(made('template')).toBe(template.kit.templates.length)
    expect(made('view')).toBe(template.kit.views.length)

    // A ticket of a category has its form, and asks for what the form asks.
    const filed = after.categories.find(one => 'templateId' in one && one.templateId)
    const opened = stage.performAs(admin.login, 'ticket.open', { subject: '试', category: filed?.id as string })
    await expect(opened).rejects.toThrow(/必填|required|422|invalid/i)
    for (const { id } of await all<{ id: string }>('view.list')) await stage.ask('ticket.list', { view: id })
  })
})
