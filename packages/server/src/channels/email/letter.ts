import { problemText } from '@baton/contract'

/** What a mail to a customer says, apart from its words. */
export interface Frame {
  locale: string
  number: string
  subject: string
  /** Of the mailbox. */
  signature: string | null
  /** Leads to the ticket's page; null where customers cannot follow their tickets. */
  follow: string | null
}

/** The words of a mail: the number stands in the subject and at the end, plain and HTML say the same. */
export interface Words {
  subject: string
  text: string
  html: string
}

/** An agent's answer: the agent's words first, then who we are and the number. */
export const answer = (body: string, frame: Frame): Words => compose([body], frame)

/** That a matter has arrived, under which number. */
export function acknowledgement(by: 'email' | 'form', frame: Frame): Words {
  const say = sayer(frame)
  return compose([say('greeting'), say(by === 'form' ? 'acknowledgeForm' : 'acknowledgeMail'), say('more')], frame)
}

/** A code for whoever wants to follow the ticket. */
export function codeLetter({ code, minutes }: { code: string; minutes: number }, frame: Frame): Words {
  const say = sayer(frame)
  const words = compose([say('greeting'), say('code', { code }), say('codeMore', { minutes })], {
    ...frame,
    follow: null,
  })
  // The code itself stays out of the subject, which a locked phone shows to anybody.
  return { ...words, subject: `${say('codeSubject')} [${frame.number}]` }
}

const scores = [5, 4, 3, 2, 1] as const

/** How was it? Five links, one for each score: they only open a page, where one press sends the rating. */
export function surveyLetter({ link, days }: { link: string; days: number }, frame: Frame): Words {
  const say = sayer(frame)
  const urlOf = (score: number) => `${link}?score=${score}`
  const before = [say('greeting'), say('surveyAsk')]
  const after = [say('surveyMore', { days })]
  const choices = scores.map(score => `${say(`score${score}`)}  ${urlOf(score)}`).join('\n')
  const plain = compose([...before, choices, ...after], frame)
  const buttons = scores.map(
    score =>
      `<p style="margin:0 0 8px"><a href="${escaped(urlOf(score))}" style="${button}">${escaped(say(`score${score}`))}</a></p>`,
  )
  return {
    subject: say('surveySubject', { subject: subjectOf(frame.subject, frame.number).replace(/^Re: /, '') }),
    text: plain.text,
    html: [paragraph(before.join('\n\n')), ...buttons, paragraph(after.join('\n\n')), footOf(frame)].join('\n'),
  }
}

const button =
  'display:inline-block;min-width:168px;padding:9px 14px;border:1px solid #0f766e;border-radius:8px;color:#0b6a63;text-decoration:none'

const sayer =
  ({ locale, number }: Frame) =>
  (key: string, params: Record<string, unknown> = {}): string =>
    problemText(locale, 'mail', key, { number, ...params })

function compose(paragraphs: readonly string[], frame: Frame): Words {
  const words = paragraphs.map(text => text.trim()).join('\n\n')
  return {
    subject: subjectOf(frame.subject, frame.number),
    text: `${words}\n\n-- \n${[...footLines(frame), ...followLine(frame)].join('\n')}\n`,
    html: `${paragraph(words)}\n${footOf(frame)}`,
  }
}

const footLines = (frame: Frame): string[] =>
  [frame.signature?.trim() ?? '', sayer(frame)('number')].filter(line => line !== '')

const followLine = (frame: Frame): string[] => (frame.follow ? [sayer(frame)('follow', { link: frame.follow })] : [])

function footOf(frame: Frame): string {
  const { follow } = frame
  const link = follow ? `\n${escaped(sayer(frame)('follow', { link: '\0' })).replace('\0', anchor(follow))}` : ''
  return `<p style="white-space:pre-wrap;color:#666">${escaped(footLines(frame).join('\n'))}${link}</p>\n`
}

const anchor = (url: string): string => `<a href="${escaped(url)}">${escaped(url)}</a>`

const paragraph = (words: string): string => `<div style="white-space:pre-wrap">${escaped(words)}</div>`

/** `Re: 主题 [G20261122001]`, however often it has gone to and fro. */
export function subjectOf(subject: string, number: string): string {
  const bare = subject
    .replaceAll(`[${number}]`, '')
    .replace(/^(\s*(re|aw|sv|fw|fwd|回复|答复|转发|回覆|轉寄)\s*(\[\d+\])?\s*[:：])+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
  return `Re: ${bare} [${number}]`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
