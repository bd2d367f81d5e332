/** What somebody wrote, and the earlier letters beneath it that a mail program has put there; empty when there are none. */
export interface Split {
  said: string
  quoted: string
}

/**
 * Splits a mail's text for showing: what is new is read, what was quoted is folded. Nothing is ever cut away, and a text
 * that is nothing but a quotation is shown as it is.
 */
export function splitQuoted(text: string): Split {
  const lines = text.split('\n')
  const at = firstOfQuotation(lines)
  const said = lines.slice(0, at).join('\n').trimEnd()
  if (at >= lines.length || bare(said) === '') return { said: text.trimEnd(), quoted: '' }
  return { said, quoted: lines.slice(at).join('\n').trim() }
}

/** Where everything below is an earlier letter; the number of lines when nothing is. */
function firstOfQuotation(lines: readonly string[]): number {
  for (const [at, line] of lines.entries()) {
    if (isIntroduction(lines, at) || isLetterHead(lines, at)) return startOf(lines, at)
    // Somebody who answers between the quoted lines wants both to be read.
    if (/^\s*>/.test(line) && isQuotedToTheEnd(lines, at)) return startOf(lines, at)
  }
  return lines.length
}

const introductions: readonly RegExp[] = [
  /^[-_—–=*\s]{2,}\s*(原始邮件|原邮件|原始信件|原件|回复的?原?邮件|转发的?邮件|轉寄的?郵件|原始郵件|Original( Message| Appointment)?|Forwarded message|Begin forwarded message|Ursprüngliche Nachricht|Message d'origine|元のメッセージ|원본 메시지)\s*[-_—–=*\s]*:?\s*$/i,
  /^(On|Le|Am|El|Il)\b.{4,200}\b(wrote|a écrit|schrieb( .{1,80})?|escribió|ha scritto)\s*[::]\s*$/i,
  /^(在|于|於)?.{0,200}(写道|寫道|写到|編寫|编写)\s*[::]\s*$/,
  /^.{0,120}\d{4}\s*[-年/.].{0,120}(来信|寄件|のメール|님이 작성)\s*[::]?\s*$/,
]
const device = /^(发自我的|發自我的|Sent from my|获取 Outlook).{0,60}$/i

/** `On Monday … wrote:`, which some programs break in two. */
function isIntroduction(lines: readonly string[], at: number): boolean {
  const line = bare(lines[at] ?? '')
  if (line === '' || !hasWords(lines, at + 1)) return false
  if (device.test(line)) return isDeviceBeforeQuotation(lines, at)
  if (introductions.some(form => form.test(line))) return true
  return /^(On |在|于)/i.test(line) && introductions.some(form => form.test(`${line} ${bare(lines[at + 1] ?? '')}`))
}

/** `Sent from my iPhone` alone is the end of what was said; only with a quotation beneath it begins that. */
const isDeviceBeforeQuotation = (lines: readonly string[], at: number): boolean => {
  const next = lines.findIndex((line, n) => n > at && bare(line) !== '')
  return next > 0 && (isIntroduction(lines, next) || isLetterHead(lines, next) || /^\s*>/.test(lines[next] ?? ''))
}

const headWords = /^\**\s*(发件人|寄件者|寄件人|发送人|From|Von|De|差出人|보낸 사람)\s*\**\s*[::]/i
const otherHeadWords =
  /^\**\s*(发送时间|发送日期|日期|时间|收件人|收件者|抄送|主题|主旨|寄件日期|傳送時間|Sent|Date|To|Cc|Subject|Gesendet|An|Betreff|Envoyé|À|Objet|送信日時|宛先|件名|보낸 날짜|받는 사람|제목)\s*\**\s*[::]/i

/** `From: … Sent: … To: …`, as Outlook and most Chinese programs begin what they quote: at least two of its lines. */
function isLetterHead(lines: readonly string[], at: number): boolean {
  if (!headWords.test(unquoted(lines[at] ?? ''))) return false
  const next = lines.slice(at + 1, at + 6).map(unquoted)
  return next.filter(line => otherHeadWords.test(line)).length >= 1
}

function isQuotedToTheEnd(lines: readonly string[], at: number): boolean {
  return lines.slice(at).every(line => bare(line) === '' || /^\s*>/.test(line))
}

/** A rule or empty lines right above an introduction belong to it. */
function startOf(lines: readonly string[], at: number): number {
  let start = at
  while (start > 0 && /^[-_—–=*\s]*$/.test(lines[start - 1] ?? '')) start -= 1
  return start
}

const bare = (line: string): string => line.replace(/\u00a0/g, ' ').trim()
const unquoted = (line: string): string => bare(line).replace(/^[>\s]+/, '')
const hasWords = (lines: readonly string[], from: number): boolean => lines.slice(from).some(line => bare(line) !== '')
