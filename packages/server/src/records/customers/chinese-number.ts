/**
 * Reads the digits of a mainland number: mobiles with a stray 0 in front, area codes, 400, 95 and 12345 service numbers.
 * Own rules, since the metadata of phone libraries takes numbers with a digit too few or too many.
 * `domestic`: numbers without +86 are Chinese too.
 */
export function chineseNumber(text: string, domestic: boolean): string | undefined {
  const digits = text.replace(/\D/g, '')
  const abroad = text.trim().startsWith('+')
  if (abroad && !digits.startsWith('86')) return undefined
  if (abroad) return national(digits.slice(2))
  if (!domestic) return undefined
  return national(digits) ?? (digits.startsWith('86') ? national(digits.slice(2)) : undefined)
}

function national(digits: string): string | undefined {
  const bare = digits.replace(carrier, '').replace(/^0(?=[1-9])/, '')
  const rooted = /^0/.test(digits)
  if (mobile.test(bare) || landline.test(bare) || freephone.test(bare)) return `+86${bare}`
  return !rooted && service.test(digits) ? `+86${digits}` : undefined
}

/** Dialled before a number for a cheaper line: 17951, 12593 … */
const carrier = /^(?:179[0-9]{2}|12593|1258[0-9]|10193|11808)(?=0?1[3-9]\d{9}$|0[1-9]\d{9,10}$)/
const mobile = /^1[3-9]\d{9}$/
/** 10 and 2x are towns of two digits with eight after them; the others have three, with seven or eight. */
const landline = /^(?:(?:10|2\d)\d{8}|[3-9]\d{2}[2-9]\d{6,7})$/
const freephone = /^(?:400|800)\d{7}$/
/** Banks and insurers, town hotlines, public services, senders of short messages. */
const service = /^(?:95\d{3,6}|96\d{3,6}|1(?:00|01|06|16|18|2[0-9])\d{2}|1(?:10|14|17|19|20|21|22)|106\d{5,17})$/
