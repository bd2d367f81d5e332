import { problemText } from '@baton/contract'
import type { Config } from '../../config.ts'
import type { Picture } from '../../kernel/configuration.ts'
import type { DeliveryDraft } from '../../kernel/deliveries/index.ts'
import { newId } from '../../kernel/ids.ts'
import { type Mailbox, mailboxes } from '../../records/mailboxes/index.ts'
import type { OutgoingWay, ShownNotification, SubscriptionRow } from '../../records/notifications/index.ts'
import { smsDraft } from '../../records/sms/index.ts'

/** What one person is sent by one way: one notification, or all that waited for the end of the quiet hours. */
export interface Parcel {
  person: { id: string; name: string; email: string | null; phone: string | null; locale: string }
  /** The newest first; never empty. */
  notices: readonly (ShownNotification & { text: string })[]
  subscriptions: readonly SubscriptionRow[]
  picture: Picture
  config: Pick<Config, 'publicUrl'>
  cause: DeliveryDraft['cause']
}

/** Everything is delivered under this purpose: it belongs to no ticket's conversation, and nobody is told of its fate. */
const purpose = 'notification'

/** Way → what leaves. A further one is a function here, a word in the contract, and a channel that sends. */
export const ways: Record<OutgoingWay, (parcel: Parcel) => DeliveryDraft[]> = {
  push: byPush,
  mail: byMail,
  sms: byText,
}

/** One message a browser; several notices are one message that says how many. */
function byPush({ person, notices, subscriptions, cause }: Parcel): DeliveryDraft[] {
  const [first] = notices
  if (!first) return []
  const isOne = notices.length === 1
  const payload = {
    title: isOne ? first.text : problemText(person.locale, 'notice', 'many', { count: notices.length }),
    body: isOne
      ? subjectOf(first)
      : notices
          .slice(0, 3)
          .map(({ text }) => text)
          .join('\n'),
    url: isOne ? placeOf(first) : '/',
    // A message that goes on counting replaces the one before it.
    tag: isOne ? first.id.replaceAll('-', '') : 'several',
    urgent: notices.some(({ urgent }) => urgent),
  }
  return subscriptions.map(({ id, name }) => ({
    id: newId(),
    topicId: person.id,
    messageId: null,
    channel: 'push',
    purpose,
    recipient: `${person.name} · ${name}`,
    request: { subscriptionId: id, payload },
    cause,
  }))
}

function byMail(parcel: Parcel): DeliveryDraft[] {
  const { person, notices, picture, cause } = parcel
  const [first] = notices
  if (!first || !person.email) return []
  const id = newId()
  const box = picture.of(mailboxes).default
  const say = (key: string, params: Record<string, unknown> = {}) => problemText(person.locale, 'notice', key, params)
  const subject =
    notices.length === 1
      ? [first.text, first.number && `[${first.number}]`].filter(Boolean).join(' ')
      : say('many', { count: notices.length })
  const lines = notices.map(notice => paragraphOf(notice, parcel, say))
  const words = [say('greeting', { name: person.name }), ...lines, say('foot')]
  return [
    {
      id,
      topicId: person.id,
      messageId: null,
      channel: 'email',
      purpose,
      recipient: person.email,
      request: {
        from: { name: box.name, address: box.address },
        mailboxId: box.id,
        to: person.email,
        subject: oneLine(subject),
        text: `${words.join('\n\n')}\n`,
        html: `<div style="white-space:pre-wrap">${escaped(words.join('\n\n'))}</div>\n`,
        messageId: noticeId(id, box),
        inReplyTo: null,
        references: [],
        attachments: [],
        automatic: true,
        toColleague: true,
      },
      cause,
    },
  ]
}

/** The newest by its words and number, and how many more there are: a text message is short. */
function byText({ person, notices, picture, cause }: Parcel): DeliveryDraft[] {
  const [first] = notices
  if (!first || !person.phone) return []
  const number = first.number ?? ''
  const said =
    notices.length === 1 ? first.text : problemText(person.locale, 'notice', 'many', { count: notices.length })
  const text = [said, number].filter(Boolean).join(' ')
  const words = { phone: person.phone, text, template: 'notice', params: { number, text: said } } as const
  return [smsDraft(picture, words, { topicId: person.id, purpose, cause })]
}

function paragraphOf(
  notice: Parcel['notices'][number],
  { config }: Parcel,
  say: (key: string, params?: Record<string, unknown>) => string,
): string {
  const link = config.publicUrl && notice.number ? say('open', { link: `${config.publicUrl}${placeOf(notice)}` }) : null
  return [notice.text, subjectOf(notice), link].filter(Boolean).join('\n')
}

/** Told apart from the names of what customers get, so that an answer to it is never taken for an answer to a ticket. */
const noticeId = (id: string, { address }: Mailbox): string =>
  `notice.${id}@${address.slice(address.lastIndexOf('@') + 1)}`

const subjectOf = ({ number, subject }: ShownNotification): string => [number, subject].filter(Boolean).join(' ')

/** On the desk's own site. */
const placeOf = ({ number, kind }: ShownNotification): string =>
  number ? `/t/${number}` : kind === 'pool' ? '/tickets/department.pool' : '/'

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 200)

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
