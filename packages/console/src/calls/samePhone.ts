/** Whether the number that was typed, in any spelling, is this one in E.164, `;ext=` and all. */
export function samePhone(typed: string, phone: string): boolean {
  const [main = '', extension = ''] = phone.split(';ext=')
  const told = /^(.*?)(?:转|轉|分机|;?ext\.?=?|#|x)\s*(\d{1,8})$/i.exec(typed.normalize('NFKC').trim())
  const digits = (told?.[1] ?? typed.normalize('NFKC')).replace(/\D/g, '')
  if (isMasked(typed) || (told?.[2] ?? '') !== extension) return false
  const own = main.replace(/\D/g, '')
  const bare = own.startsWith('86') ? own.slice(2) : own
  return digits.length >= 5 && [own, bare, `0${bare}`, `00${own}`].includes(digits)
}

/** Digits are hidden: `138****8000`. */
export const isMasked = (typed: string): boolean => /\d[\s-]*[*＊•●×xX]{2,}/.test(typed)
