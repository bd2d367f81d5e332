/** Splits what somebody wrote from the earlier letters that a mail program put beneath it. */
export function splitQuoted(text: string): { said: string; quoted: string } {
  const lines = text.split('\n')
  const start = lines.findIndex(
    (line, index) => begins(line, lines[index + 1] ?? '') && lines.slice(index + 1).some(line => line.trim()),
  )
  const at = start >= 0 ? start : trailingQuote(lines)
  const said = lines.slice(0, at).join('\n').trimEnd()
  // Nothing but a quotation is shown as it is.
  return said && at < lines.length
    ? { said, quoted: lines.slice(at).join('\n').trim() }
    : { said: text.trimEnd(), quoted: '' }
}

const introductions = [
  /^-{2,}\s*(原始邮件|转发的?邮件|Original Message|Forwarded message)\s*-{2,}/i,
  /^(On|Am|Le)\s.{4,160}(wrote|schrieb|a écrit)\s*[:\uff1a]\s*$/i,
  /^.{0,120}(写道|寫道)\s*[:\uff1a]\s*$/,
]

function begins(line: string, next: string): boolean {
  const trimmed = line.trim()
  if (introductions.some(form => form.test(trimmed))) return true
  return (
    /^(发件人|寄件者|From)\s*[:\uff1a]/i.test(trimmed) &&
    /^(发送时间|日期|收件人|寄件日期|Sent|Date|To)\s*[:\uff1a]/i.test(next.trim())
  )
}

/** Lines beginning with `>` at the end, if there are any. */
function trailingQuote(lines: readonly string[]): number {
  let at = lines.length
  while (at > 0 && (/^\s*>/.test(lines[at - 1] ?? '') || !lines[at - 1]?.trim())) at--
  return lines.slice(at).some(line => /^\s*>/.test(line)) ? at : lines.length
}
