import { problemText } from '@baton/contract'

/** What a mail to a customer says, apart from its words. */
export interface Frame {
  locale: string
  number: string
  subject: string
  /** Of the mailbox. */
  signature: string | null
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
  const say = (key: string) => problemText(frame.locale, 'mail', key, { number: frame.number })
  return compose([say('greeting'), say(by === 'form' ? 'acknowledgeForm' : 'acknowledgeMail'), say('more')], frame)
}

function compose(paragraphs: readonly string[], { locale, number, subject, signature }: Frame): Words {
  const words = paragraphs.map(paragraph => paragraph.trim()).join('\n\n')
  const foot = [signature?.trim(), problemText(locale, 'mail', 'number', { number })].filter(Boolean).join('\n')
  return {
    subject: subjectOf(subject, number),
    text: `${words}\n\n-- \n${foot}\n`,
    html: `<div style="white-space:pre-wrap">${escaped(words)}</div>\n<p style="white-space:pre-wrap;color:#666">${escaped(foot)}</p>\n`,
  }
}

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
