import { isId } from '../conditions/value.ts'
import { readBranch, readChoice, readChoices } from './choices.ts'
import { decimalsOf } from './money.ts'
import { readAddress, readLocation } from './places.ts'
import { readBoolean, readDate, readLine, readLines, readNumber, readRich, readText, readTime } from './plain-values.ts'
import { type Known, ok, type ReadValue, wrong } from './reading.ts'
import { readRows } from './rows.ts'
import type { FieldDefinition, SpecOf } from './spec.ts'

/** A value as it will be kept; nothing (null, empty text, an empty list) is null. Says what is wrong with another. */
export function readValue({ spec }: Pick<FieldDefinition, 'spec'>, sent: unknown, known: Known): ReadValue {
  if (sent === null || sent === '' || (Array.isArray(sent) && sent.length === 0)) return ok(null)
  switch (spec.kind) {
    case 'text':
      return readText(sent, spec)
    case 'longText':
      return readLines(sent, spec.most)
    case 'richText':
      return readRich(sent, known)
    case 'number':
      return readNumber(sent, spec.decimals, spec)
    case 'amount':
      return readNumber(sent, decimalsOf(spec.currency), spec)
    case 'date':
      return readDate(sent)
    case 'time':
      return readTime(sent)
    case 'choice':
      return readChoice(sent, spec.options)
    case 'choices':
      return readChoices(sent, spec)
    case 'cascade':
      return readBranch(sent, spec)
    case 'boolean':
      return readBoolean(sent)
    case 'person':
      return readRecord('agent', sent, known)
    case 'department':
      return readRecord('department', sent, known)
    case 'customer':
      return readRecord('customer', sent, known)
    case 'reference':
      return readLine(sent, 200)
    case 'phone':
      return readPhone(sent, known)
    case 'address':
      return readAddress(sent, spec, known)
    case 'location':
      return readLocation(sent)
    case 'files':
    case 'pictures':
      return readFiles(sent, spec, known)
    case 'formula':
      return wrong('field.formula')
    case 'rows':
      return readRows(sent, spec)
  }
}

function readRecord(kind: string, sent: unknown, { exists }: Known): ReadValue {
  if (typeof sent !== 'string' || !isId(sent)) return wrong('condition.id')
  const id = sent.toLowerCase()
  return exists(kind, id) ? ok(id) : wrong('unknown_id')
}

function readPhone(sent: unknown, { phone }: Known): ReadValue {
  const kept = typeof sent === 'string' && sent.length <= 60 ? phone(sent) : undefined
  return kept === undefined ? wrong('phone.invalid') : ok(kept)
}

function readFiles(sent: unknown, { kind, most }: SpecOf<'files' | 'pictures'>, { exists }: Known): ReadValue {
  if (!Array.isArray(sent)) return wrong('field.list')
  if (sent.length > most) return wrong('field.tooMany', { most })
  const ids = sent.map(one => (typeof one === 'string' && isId(one) ? one.toLowerCase() : ''))
  const problems = ids.flatMap((id, at) => {
    if (id === '' || !exists('file', id) || ids.indexOf(id) !== at) return [{ at: `.${at}`, code: 'attachment.used' }]
    return kind === 'pictures' && !exists('picture', id) ? [{ at: `.${at}`, code: 'field.noPicture' }] : []
  })
  return problems.length > 0 ? { problems } : ok(ids)
}
