import { module } from '../../kernel/module.ts'
import { archiveField } from './archive.ts'
import { createField } from './create.ts'
import { definitions } from './definitions.ts'
import { fieldKind } from './kind.ts'
import { listFields, presentFields } from './list.ts'
import { restoreField } from './restore.ts'
import { updateField } from './update.ts'

export { type Definitions, definitions, type Field, loadDefinitions, type OwnFields } from './definitions.ts'
export { seenPayload, wordedPayload } from './told.ts'
export {
  type KeptFields,
  keepFields,
  nothingSaid,
  readFields,
  type SaidFields,
  shownFields,
  usualFields,
} from './values.ts'

/** The desk's own fields of tickets, customers and companies: what they are, how their values are read and kept. */
export const fieldsRoom = module({
  name: 'fields',
  verbs: {
    'field.create': createField,
    'field.update': updateField,
    'field.archive': archiveField,
    'field.restore': restoreField,
  },
  reads: { 'field.list': listFields },
  kinds: [fieldKind],
  presenters: { field: presentFields },
  configuration: [definitions],
})
