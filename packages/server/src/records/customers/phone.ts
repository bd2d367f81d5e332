import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { chineseNumber } from './chinese-number.ts'

/** Two-letter country of numbers written without a country code. */
export type Region = CountryCode
export const defaultRegion: Region = 'CN'

export interface Phone {
  /**
   * E.164, with a switchboard's extension as `;ext=801`: `+8613800138000`, `+861062345678;ext=801`.
   * Null when the digits cannot single anybody out: masked (`138****8000`), or without an area code.
   */
  key: string | null
  /** As it was written, in half-width letters. */
  shown: string
}

/** Reads a phone number in any spelling; undefined when it is none. What it answers reads to the same again. */
export function readPhone(text: string, region: Region = defaultRegion): Phone | undefined {
  const shown = text.normalize('NFKC').replace(label, '').replace(/\s+/g, ' ').trim()
  if (shown.length > 60 || !/^[+(\d]/.test(shown)) return undefined
  if (masked.test(shown)) return { key: null, shown }
  const { main, extension } = splitExtension(shown)
  const number = internationalOf(main, region)
  if (number) return { key: withExtension(number, extension), shown }
  const hyphened = /^(.*\d)\s*[-–—]\s*(\d{1,6})$/.exec(main)
  const trunk = hyphened && !extension ? internationalOf(hyphened[1] ?? '', region) : undefined
  if (trunk) return { key: withExtension(trunk, hyphened?.[2]), shown }
  return region === 'CN' && localChinese.test(main.replace(/[\s-]/g, '')) ? { key: null, shown } : undefined
}

/** As a field keeps it: its key, or as it was written where that singles nobody out; undefined for what is no number. */
export function keptPhone(text: string): string | undefined {
  const phone = readPhone(text)
  return phone && (phone.key ?? phone.shown)
}

const label = /^\s*(电话|手机|座机|固话|号码|tel|phone|mobile|mob|fax|t|m)\s*[.:]?\s*(?=[+(\d])/i
/** Two or more hidden digits: `138****8000`, `138xxxx8000`, `138•••8000`. */
const masked = /^\+?[\d\s-]*\d[\s-]*([*xX•●×✱_]\s?-?){2,}[\d\s-]*$/
/** A number within one's own town: nobody knows which town. */
const localChinese = /^[2-8]\d{6,7}$/
const marker = /\s*[,;]?\s*(?:转|轉|分机|分機|内线|ext(?:ension)?\.?|x|#|,+)\s*[=:]?\s*(\d{1,8})\s*$/i

function splitExtension(text: string): { main: string; extension: string | undefined } {
  const found = marker.exec(text)
  if (!found) return { main: text, extension: undefined }
  return { main: text.slice(0, found.index), extension: found[1] }
}

const withExtension = (number: string, extension: string | undefined): string =>
  extension ? `${number};ext=${extension}` : number

/** `+86…` or another country's E.164; undefined when there is no such number. */
function internationalOf(text: string, region: Region): string | undefined {
  if (!/^[+\d\s().\-–—/]+$/.test(text)) return undefined
  const plain = text.replace(/[–—/]/g, '-').replace(/^\s*00(?=[1-9])/, '+')
  const chinese = chineseNumber(plain, region === 'CN')
  if (chinese) return chinese
  const number = parsePhoneNumberFromString(plain, { defaultCountry: region, extract: false })
  if (!number?.isValid() || number.countryCallingCode === '86') return undefined
  return number.number
}
