import { decimalsOf } from './money.ts'
import { plainOf } from './plain-values.ts'
import type { FieldColumn, FieldDefinition, FieldSpec } from './spec.ts'

/** What the words of values depend on beside the field. */
export interface Wording {
  locale: string
  /** IANA name: in whose clocks times are told. */
  zone: string
  /** The name of a person, department, customer or file; undefined for an unknown one. */
  nameOf(id: string): string | undefined
  /** The name of a region by its code. */
  regionOf(code: string): string | undefined
}

/** A value in words, one line: for lists, history, files to look at, and texts that name it. Empty for nothing. */
export function fieldText({ spec }: Pick<FieldDefinition, 'spec'>, value: unknown, wording: Wording): string {
  if (value === null || value === undefined) return ''
  switch (spec.kind) {
    case 'number':
      return withUnit(numberText(value, spec.decimals, wording), spec.unit)
    case 'amount':
      return amountText(value, spec.currency, wording)
    case 'formula':
      if (typeof value === 'boolean') return yesText(value, wording)
      return typeof value === 'number' ? withUnit(numberText(value, spec.decimals, wording), spec.unit) : String(value)
    case 'time':
      return timeText(value, wording)
    case 'choice':
      return nameIn(spec.options, value, wording)
    case 'choices':
      return listOf(value)
        .map(one => nameIn(spec.options, one, wording))
        .join(comma(wording))
    case 'cascade':
      return listOf(value)
        .map(one => nameIn(spec.branches, one, wording))
        .join(' / ')
    case 'boolean':
      return yesText(value === true, wording)
    case 'person':
    case 'department':
    case 'customer':
      return wording.nameOf(String(value)) ?? '—'
    case 'files':
    case 'pictures':
      return listOf(value)
        .map(one => wording.nameOf(String(one)) ?? '—')
        .join(comma(wording))
    case 'richText':
      return plainOf(String(value)).replace(/\s+/g, ' ')
    case 'address':
      return addressText(value, wording)
    case 'location':
      return locationText(value)
    case 'rows':
      return rowsText(spec, value, wording)
    case 'text':
    case 'longText':
    case 'date':
    case 'reference':
    case 'phone':
      return String(value)
  }
}

const isChinese = ({ locale }: Wording): boolean => locale.startsWith('zh')
const comma = (wording: Wording): string => (isChinese(wording) ? '、' : ', ')
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const yesText = (value: boolean, wording: Wording): string =>
  isChinese(wording) ? (value ? '是' : '否') : value ? 'yes' : 'no'

/** In the reader's language; the key of an option that is gone. */
export function nameIn(
  options: readonly { key: string; name: string; nameEn?: string | undefined }[],
  key: unknown,
  wording: Pick<Wording, 'locale'>,
): string {
  const option = options.find(one => one.key === key)
  if (!option) return String(key)
  return wording.locale.startsWith('zh') ? option.name : (option.nameEn ?? option.name)
}

const withUnit = (text: string, unit: string | undefined): string => (unit ? `${text} ${unit}` : text)

const numberText = (value: unknown, decimals: number, { locale }: Wording): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(Number(value))

const amountText = (
  value: unknown,
  currency: Extract<FieldSpec, { kind: 'amount' }>['currency'],
  { locale }: Wording,
): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimalsOf(currency),
  }).format(Number(value))

const timeText = (value: unknown, { locale, zone }: Wording): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(typeof value === 'number' ? value : String(value)),
  )

/** 广东省深圳市南山区科技园路 1 号: a city that is called like its province is said once. */
function addressText(value: unknown, { regionOf }: Wording): string {
  const { region, detail } = value as { region: string[]; detail: string | null }
  const names = region.map(code => regionOf(code) ?? code)
  return [...names.filter((name, at) => name !== names[at - 1]), detail ?? ''].join('')
}

function locationText(value: unknown): string {
  const { longitude, latitude, name } = value as { longitude: number; latitude: number; name: string | null }
  return name ?? `${longitude}, ${latitude}`
}

function rowsText({ columns }: Extract<FieldSpec, { kind: 'rows' }>, value: unknown, wording: Wording): string {
  const said = listOf(value).map(row =>
    columns
      .map(column => cellText(column, (row as Record<string, unknown>)[column.key], wording))
      .filter(Boolean)
      .join(' '),
  )
  return said.join(isChinese(wording) ? '；' : '; ')
}

/** A cell of a table in words. */
export function cellText({ kind, decimals = 2, options = [] }: FieldColumn, value: unknown, wording: Wording): string {
  if (value === null || value === undefined) return ''
  switch (kind) {
    case 'number':
      return numberText(value, decimals, wording)
    case 'amount':
      return numberText(value, 2, wording)
    case 'choice':
      return nameIn(options, value, wording)
    case 'boolean':
      return yesText(value === true, wording)
    case 'text':
    case 'date':
      return String(value)
  }
}
