import { module } from '../../kernel/module.ts'
import { archiveField } from './archive.ts'
import { createField } from './create.ts'
import { definitions } from './definitions.ts'
import { settleIndexes } from './indexes.ts'
import { fieldKind } from './kind.ts'
import { listFields, presentFields } from './list.ts'
import { refold } from './refold.ts'
import { restoreField } from './restore.ts'
import { updateField } from './update.ts'

export { type Definitions, definitions, type Field, loadDefinitions, type OwnFields } from './definitions.ts'
export { keptFieldProblems } from './kept.ts'
export { seenPayload, wordedPayload, wordingOf } from './told.ts'
export {
  countedChanges,
  type KeptFields,
  keepFields,
  nothingSaid,
  readFields,
  type SaidFields,
  shownFields,
  usualFields,
} from './values.ts'
export { wordsOfFields } from './words.ts'

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
  async start(desk) {
    const folding = refold(desk).catch((error: unknown) =>
      desk.log.error({ error }, 'texts of old tickets were not folded'),
    )
    return async () => void (await folding)
  },
  followers: [
    {
      kind: 'drains',
      name: 'fields.indexes',
      hears: ['field.created', 'field.updated', 'field.archived', 'field.restored'],
      async drain(_events, desk) {
        await settleIndexes(desk)
      },
    },
  ],
})
