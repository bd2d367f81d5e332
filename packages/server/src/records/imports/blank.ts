import { type FieldSpec, fill, type ReadInput, wordIn } from '@baton/contract'
import { addressOf } from '../../kernel/ask-address.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { read } from '../../kernel/read.ts'
import type { Column, Sheet } from '../../kernel/workbook/index.ts'
import { directory } from '../people/index.ts'
import { brought, mayImport } from './all.ts'
import type { Blank } from './brought.ts'
import type { ImportTarget } from './target.ts'

export const blankPath = '/api/v1/import.template.xlsx'

/** Where a file to fill in can be fetched. */
export const blankImport = read('import.template', async (reading, input) => {
  mayImport(reading, input.of)
  const { name } = brought[input.of].blank(reading, input.templateId)
  return { name: `${name}.xlsx`, url: addressOf(blankPath, input) }
})

type Asked = ReadInput<'import.template'>

/** A sheet to fill in, with lists to choose from and an example, and one that explains each column. */
export function blankSheets(reading: Reading, { of, templateId }: Asked): { name: string; sheets: Sheet[] } {
  mayImport(reading, of)
  const word = (key: string) => wordIn(reading.caller.locale, 'fileSheet', key) ?? key
  const blank = brought[of].blank(reading, templateId)
  const explained = blank.targets.map(target => ({ target, ...explain(target, blank, reading) }))
  const columns = explained.map(
    ({ target, options }): Column => ({
      header: target.name,
      holds: 'text',
      width: 18,
      ...(options.length > 0 && { oneOf: options }),
    }),
  )
  const help: Sheet = {
    name: word('help'),
    columns: [
      { header: word('helpColumn'), holds: 'text', width: 18 },
      { header: word('helpRequired'), holds: 'text', width: 10 },
      { header: word('helpHow'), holds: 'text', width: 70 },
      { header: word('helpExample'), holds: 'text', width: 30 },
    ],
    rows: explained.map(({ target, how, example }) => [
      target.name,
      target.required ? word('yes') : null,
      how,
      example,
    ]),
  }
  const example = explained.map(one => one.example || null)
  return { name: `${blank.name}.xlsx`, sheets: [{ name: blank.title, columns, rows: [example] }, help] }
}

interface Explained {
  how: string
  example: string
  /** What its cells are chosen from. */
  options: string[]
}

function explain({ field, own }: ImportTarget, blank: Blank, reading: Reading): Explained {
  const { locale } = reading.caller
  const options = own ? optionsOf(own.spec, locale) : blank.optionsOf(field)
  const pattern = (own ? wordIn(locale, 'fileHow', own.spec.kind) : wordIn(locale, blank.how, field)) ?? ''
  const shown = options.slice(0, 30).join(locale === 'en' ? ', ' : '、')
  const params =
    own && 'most' in own.spec
      ? { most: own.spec.most }
      : own && 'currency' in own.spec
        ? { currency: own.spec.currency }
        : {}
  const isClosed = !own || own.spec.kind === 'choice' || own.spec.kind === 'boolean'
  return {
    how: [fill(pattern, { options: shown, ...params }), own?.help].filter(Boolean).join('\n'),
    example: options.at(-1) ?? (own ? ownExample(own.spec, reading) : blank.exampleOf(field)),
    options: isClosed && field !== 'categoryId' ? options : [],
  }
}

function optionsOf(spec: FieldSpec, locale: string): string[] {
  const named = (list: readonly { name: string; nameEn?: string | undefined; archived?: boolean | undefined }[]) =>
    list.filter(({ archived }) => !archived).map(({ name, nameEn }) => (locale === 'en' ? (nameEn ?? name) : name))
  if (spec.kind === 'choice' || spec.kind === 'choices') return named(spec.options)
  if (spec.kind === 'boolean') return locale === 'en' ? ['yes', 'no'] : ['是', '否']
  if (spec.kind !== 'cascade') return []
  const byKey = new Map(spec.branches.map(branch => [branch.key, branch]))
  const path = (key: string | undefined): string[] => {
    const branch = key === undefined ? undefined : byKey.get(key)
    return branch ? [...path(branch.parent), ...named([branch])] : []
  }
  const parents = new Set(spec.branches.map(({ parent }) => parent))
  return spec.branches
    .filter(({ key }) => !parents.has(key))
    .slice(0, 3)
    .map(({ key }) => path(key).join('/'))
}

const examples: Partial<Record<FieldSpec['kind'], string>> = {
  number: '1',
  amount: '99.90',
  date: '2026-11-22',
  time: '2026-11-22 09:30',
  phone: '13800138000',
  location: '113.93,22.54',
  address: '广东省深圳市南山区科技园路 1 号',
}

function ownExample({ kind }: FieldSpec, { picture }: Reading): string {
  const { agents, departments } = picture.of(directory)
  if (kind === 'department') return [...departments.values()].find(({ archived }) => !archived)?.name ?? ''
  if (kind === 'person') return [...agents.values()].find(({ status }) => status === 'active')?.employeeNo ?? ''
  return examples[kind] ?? ''
}
