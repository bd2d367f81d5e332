import { channels, type FieldSpec, fill, type ReadInput, urgencies, wordIn } from '@baton/contract'
import { addressOf } from '../../kernel/ask-address.ts'
import type { Reading } from '../../kernel/kinds.ts'
import { read } from '../../kernel/read.ts'
import type { Column, Sheet } from '../../kernel/workbook/index.ts'
import { categories, requestTypes } from '../categories/index.ts'
import { directory } from '../people/index.ts'
import { mayImport } from './preview.ts'
import { type ImportTarget, targetsOf, templateOf } from './targets.ts'

export const blankPath = '/api/v1/import.template.xlsx'

/** Where a file to fill in can be fetched. */
export const blankImport = read('import.template', async (reading, input) => {
  mayImport(reading)
  return { name: blankName(reading, input), url: addressOf(blankPath, input) }
})

type Asked = ReadInput<'import.template'>

/** A sheet to fill in, with lists to choose from and an example, and one that explains each column. */
export function blankSheets(reading: Reading, { templateId }: Asked): { name: string; sheets: Sheet[] } {
  mayImport(reading)
  const word = (key: string) => wordIn(reading.caller.locale, 'fileSheet', key) ?? key
  const chosen = targetsOf(reading, templateId).filter(target => isAsked(target, reading, templateId))
  const explained = chosen.map(target => ({ target, ...explain(target, reading) }))
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
  return {
    name: blankName(reading, { templateId }),
    sheets: [{ name: word('tickets'), columns, rows: [example] }, help],
  }
}

function blankName(reading: Reading, { templateId }: Asked): string {
  const { name, nameEn } = templateOf(reading, templateId)
  const { locale } = reading.caller
  const pattern = wordIn(locale, 'fileSheet', 'templateFile') ?? ''
  return `${fill(pattern, { name: locale === 'en' ? (nameEn ?? name) : name })}.xlsx`
}

/** Rarely wanted: who wants them writes them above a column. */
const left = ['customer.externalId', 'customer.number', 'templateId', 'channel', 'note']

function isAsked({ field, own }: ImportTarget, reading: Reading, templateId?: string): boolean {
  if (!own) return !left.includes(field)
  return templateOf(reading, templateId).form.some(item => 'field' in item && item.field === field)
}

interface Explained {
  how: string
  example: string
  /** What its cells are chosen from. */
  options: string[]
}

function explain({ field, own }: ImportTarget, reading: Reading): Explained {
  const { locale } = reading.caller
  const options = own ? optionsOf(own.spec, locale) : builtInOptions(field, reading)
  const pattern = wordIn(locale, 'fileHow', own ? own.spec.kind : field) ?? ''
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
    example: exampleOf(field, options, reading, own?.spec),
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

function builtInOptions(field: string, { caller: { locale }, picture }: Reading): string[] {
  if (field === 'urgency') return urgencies.map(key => wordIn(locale, 'urgency', key) ?? key)
  if (field === 'channel') return channels.map(key => wordIn(locale, 'channel', key) ?? key)
  if (field === 'categoryId')
    return picture
      .of(categories)
      .all.filter(({ archived }) => !archived)
      .map(({ path }) => path)
  if (field !== 'requestType') return []
  return picture
    .of(requestTypes)
    .all.filter(({ archived_at }) => archived_at === null)
    .map(({ name_zh, name_en }) => (locale === 'en' ? name_en : name_zh))
}

const examples: Readonly<Record<string, string>> = {
  sourceNumber: 'A-1001',
  'customer.phone': '13800138000',
  'customer.email': 'li@example.com',
  submittedAt: '2026-11-22 09:30',
  text: '',
  number: '1',
  amount: '99.90',
  date: '2026-11-22',
  time: '2026-11-22 09:30',
  phone: '13800138000',
  location: '113.93,22.54',
  address: '广东省深圳市南山区科技园路 1 号',
}
const worded: Readonly<Record<string, string>> = {
  subject: 'exampleSubject',
  body: 'exampleBody',
  'customer.name': 'exampleName',
}

function exampleOf(field: string, options: readonly string[], { caller, picture }: Reading, spec?: FieldSpec): string {
  const word = worded[field]
  if (word) return wordIn(caller.locale, 'fileSheet', word) ?? ''
  if (options.length > 0) return options.at(-1) ?? ''
  const { agents, departments } = picture.of(directory)
  if (field === 'departmentId' || spec?.kind === 'department')
    return [...departments.values()].find(({ archived }) => !archived)?.name ?? ''
  if (spec?.kind === 'person') return [...agents.values()].find(({ status }) => status === 'active')?.employeeNo ?? ''
  return examples[spec?.kind ?? field] ?? ''
}
