import { expect, test } from 'vitest'
import { templateFor } from './templateFor.ts'
import type { TemplateRecord } from './useTemplates.ts'

const template = (id: string, isDefault = false) => ({ id, isDefault }) as TemplateRecord
const own = [template('usual', true), template('repair'), template('install')]
const categories = [
  { id: 'after', parentId: null, templateId: 'repair' },
  { id: 'machine', parentId: 'after', templateId: null },
  { id: 'install', parentId: 'after', templateId: 'install' },
  { id: 'foreign', parentId: null, templateId: 'notMine' },
  { id: 'ring', parentId: 'ring', templateId: null },
]

test.each([
  ['nothing said', null, null, 'usual'],
  ['one that was chosen', 'repair', 'install', 'repair'],
  ['one that is not theirs to open', 'notMine', null, 'usual'],
  ["the category's", null, 'install', 'install'],
  ['that of the category above', null, 'machine', 'repair'],
  ['a category of another department', null, 'foreign', 'usual'],
  ['a category in a ring', null, 'ring', 'usual'],
])('%s', (_what, chosen, category, id) => {
  expect(templateFor(own, chosen, category, categories)?.id).toBe(id)
})
