import { expect, test } from 'vitest'
import { foldedFields } from './folded.ts'

test('the folded copy has the text fields that hold text', () => {
  const catalogue = {
    'fields.note': { type: 'text', nullable: true },
    'fields.other': { type: 'text', nullable: true },
    'fields.kind': { type: 'choice', nullable: true },
    title: { type: 'text', nullable: true },
  } as const
  const fields = { note: 'ＶＩＰ客戶', other: 5, kind: 'Ａ', title: 'T', unknown: 'U' }
  expect(foldedFields(fields, catalogue)).toEqual({ note: 'vip客户' })
})
