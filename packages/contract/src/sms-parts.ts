/** What one message holds, and what each holds when there are several: the rest tells how they belong together. */
const alone = 70
const among = 67

/**
 * A text as the parts by which it travels, as operators in China count: every UTF-16 unit is one, whatever the letter, and
 * a letter of two units is not torn apart. No text, no part.
 */
export function smsParts(text: string): string[] {
  if (text === '') return []
  if (text.length <= alone) return [text]
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = at + among
    const tears = isHigh(text.charCodeAt(end - 1)) && isLow(text.charCodeAt(end))
    const next = tears ? end - 1 : end
    parts.push(text.slice(at, next))
    at = next
  }
  return parts
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
