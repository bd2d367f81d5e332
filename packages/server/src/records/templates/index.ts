import { module } from '../../kernel/module.ts'
import { archiveTemplate } from './archive.ts'
import { createTemplate } from './create.ts'
import { templateKind } from './kind.ts'
import { getTemplate, listTemplates, presentTemplates } from './list.ts'
import { restoreTemplate } from './restore.ts'
import { templates } from './templates.ts'
import { updateTemplate } from './update.ts'

export { fieldOnPortal, formOnPortal, keysIn, templateOnPortal } from './on-portal.ts'
export { type Template, type Templates, templates } from './templates.ts'

/** Templates: the form of a kind of matter, and what it begins with. */
export const templatesRoom = module({
  name: 'templates',
  verbs: {
    'template.create': createTemplate,
    'template.update': updateTemplate,
    'template.archive': archiveTemplate,
    'template.restore': restoreTemplate,
  },
  reads: { 'template.list': listTemplates, 'template.get': getTemplate },
  kinds: [templateKind],
  presenters: { template: presentTemplates },
  configuration: [templates],
})
