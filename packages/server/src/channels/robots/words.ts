/** Cuts a text to so many bytes of UTF-8 at the border of a letter; what was cut ends in an ellipsis. */
export function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  const ellipsis = '…'
  let left = bytes - Buffer.byteLength(ellipsis)
  let kept = ''
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)) {
    left -= Buffer.byteLength(segment)
    if (left < 0) break
    kept += segment
  }
  return `${kept.trimEnd()}${ellipsis}`
}

/** Markdown as plain words, for messages that show no markup: `[words](address)` becomes `words address`. */
export const plain = (text: string): string =>
  text
    .replace(/\[([^\]\n]+)\]\((https?:[^)\s]+)\)/g, '$1 $2')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/^> ?/gm, '')

/** A word without which the group takes nothing is added where it is missing. */
export const withKeyword = (text: string, keyword: string | undefined): string =>
  keyword && !text.includes(keyword) ? `${text}\n${keyword}` : text
