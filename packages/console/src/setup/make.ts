import type { VerbSent } from '@baton/contract'
import type { KitTemplate, KitView } from './kits/kit.ts'
import { languageAt, type Making, type Present } from './plan.ts'
import type { Template } from './templates.ts'

/** What a plan is made by. */
type MakingVerb =
  | 'department.create'
  | 'requestType.create'
  | 'field.create'
  | 'slaPolicy.create'
  | 'template.create'
  | 'category.create'
  | 'macro.create'
  | 'cannedReply.create'
  | 'view.create'
export type Do = <N extends MakingVerb>(name: N, input: VerbSent<N>) => Promise<{ id: string }>

/** The ids of what there is, by what it is and its name: `department 财务部`, `template refund`. */
export type Known = Map<string, string>

export function knownFrom(present: Present, { kit }: Template, locale: string): Known {
  const at = languageAt(locale)
  return new Map([
    ...present.departments.map(({ name, id }) => [`department ${name}`, id] as const),
    ...present.categories.filter(one => !one.parentId).map(({ name, id }) => [`root ${name}`, id] as const),
    ...present.policies.map(({ name, id }) => [`policy ${name}`, id] as const),
    ...(kit?.templates ?? []).flatMap(({ key, name }) => {
      const found = present.templates.find(one => one.name === name[at])
      return found ? [[`template ${key}`, found.id] as const] : []
    }),
  ])
}

/** Makes one thing of a plan by the ordinary verbs, and knows it from then on. */
export async function make(perform: Do, making: Making, known: Known, locale: string): Promise<void> {
  const at = languageAt(locale)
  const of = (what: string) => known.get(what)
  switch (making.make) {
    case 'department':
      known.set(`department ${making.name}`, (await perform('department.create', { name: making.name })).id)
      return
    case 'requestType': {
      const { key, nameZh, nameEn } = making
      await perform('requestType.create', { key, nameZh, nameEn })
      return
    }
    case 'field': {
      const { key, name, spec, help, indexed } = making.field
      const words = { name: name[0], nameEn: name[1], ...(help && { help: help[at] }) }
      await perform('field.create', { key, spec, ...words, ...(indexed && { indexed }) })
      return
    }
    case 'policy':
      known.set(`policy ${making.name}`, (await perform('slaPolicy.create', policyOf(making.name, making.promise))).id)
      return
    case 'template': {
      const policy = making.policy === undefined ? undefined : of(`policy ${making.policy}`)
      const made = await perform('template.create', templateOf(making.template, policy, at))
      known.set(`template ${making.template.key}`, made.id)
      return
    }
    case 'root': {
      const departmentId = of(`department ${making.department}`)
      const root = await perform('category.create', { name: making.name, ...(departmentId && { departmentId }) })
      known.set(`root ${making.name}`, root.id)
      return
    }
    case 'category': {
      const departmentId = of(`department ${making.department}`)
      const parentId = of(`root ${making.root}`)
      const templateId = making.template && of(`template ${making.template}`)
      await perform('category.create', {
        name: making.name,
        ...(departmentId && { departmentId }),
        ...(parentId && { parentId }),
        ...(templateId && { templateId }),
      })
      return
    }
    case 'macro': {
      const { macro } = making
      const steps = macro.steps.map(({ verb, input, words = {}, to }) => {
        const said = Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word[at]]))
        const departmentId = to && of(`department ${to[at]}`)
        return { verb, input: { ...input, ...said, ...(departmentId && { departmentId }) } }
      })
      const where = ofTemplates(macro.on, known)
      await perform('macro.create', { name: making.name, steps, audience: 'everyone', ...(where && { where }) })
      return
    }
    case 'reply': {
      const { body, shortcut } = making.reply
      await perform('cannedReply.create', { name: making.name, shortcut, body: body[at], audience: 'everyone' })
      return
    }
    case 'view':
      await perform('view.create', viewOf(making.name, making.view, known))
  }
}

const hour = 3600
const byUrgency = ([normal, urgent, critical]: readonly [number, number, number]) => ({
  normal: normal * hour,
  urgent: urgent * hour,
  critical: critical * hour,
})

/** It holds where a template names it, and nowhere else. */
function policyOf(
  name: string,
  { response, resolution }: NonNullable<KitTemplate['promise']>,
): VerbSent<'slaPolicy.create'> {
  return {
    name,
    where: { any: [] },
    targets: [
      { target: 'response', calendarId: null, seconds: byUrgency(response) },
      { target: 'resolution', calendarId: null, seconds: byUrgency(resolution), pauseIn: ['pending_customer'] },
    ],
  }
}

function templateOf(
  { name, form, opens, onPortal }: KitTemplate,
  slaPolicyId: string | undefined,
  at: 0 | 1,
): VerbSent<'template.create'> {
  const { tags, ...rest } = opens ?? {}
  return {
    name: name[at],
    ...(at === 0 && { nameEn: name[1] }),
    form: [...form],
    opens: { ...rest, ...(tags && { tags: tags.map(tag => tag[at]) }) },
    ...(slaPolicyId && { slaPolicyId }),
    ...(onPortal && { onPortal }),
  }
}

function viewOf(
  name: string,
  { of, where, columns, order, groupBy, layout }: KitView,
  known: Known,
): VerbSent<'view.create'> {
  const parts = [ofTemplates(of, known), where].filter(part => part !== undefined)
  return {
    name,
    where: { all: parts },
    columns: [...columns],
    ...(order && { order: [order] }),
    ...(groupBy && { groupBy }),
    layout,
    audience: 'everyone',
  }
}

function ofTemplates(keys: readonly string[] | undefined, known: Known): Record<string, unknown> | undefined {
  const ids = keys?.flatMap(key => known.get(`template ${key}`) ?? [])
  return ids && { field: 'templateId', op: 'isOneOf', value: ids }
}
