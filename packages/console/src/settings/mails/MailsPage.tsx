import { type Records, wordIn } from '@baton/contract'
import { Chip, Empty, More, Select } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDo } from '../../forms/useDo.ts'
import { useFormWords } from '../../forms/words/index.ts'
import { Asked } from '../../lists/Asked.tsx'
import { Log, LogLine } from '../../lists/Log.tsx'
import { useAll } from '../../lists/useAll.ts'
import { usePages } from '../../session/ask.ts'
import { capital } from '../../words/capital.ts'
import { useWords as useSharedWords } from '../../words/Speaking.tsx'
import { useTimes } from '../../words/times.ts'
import { PageHead } from '../PageHead.tsx'
import { Retry } from '../Retry.tsx'
import { useWords } from '../words/index.ts'

type MailRecord = Records['mail']

const outcomes = ['quarantined', 'pending', 'opened', 'appended', 'bounce', 'automatic', 'loop', 'duplicate'] as const
type Outcome = (typeof outcomes)[number]

const tones: Partial<Record<string, 'red' | 'blue' | 'accent' | 'orange'>> = {
  quarantined: 'red',
  pending: 'blue',
  opened: 'accent',
  appended: 'accent',
  bounce: 'orange',
}

/** The ledger of mail: everything that was accepted, and the one thing that came of each. */
export function MailsPage(): ReactNode {
  const { t, i18n } = useWords()
  const { t: f } = useFormWords()
  const { t: shared } = useSharedWords()
  const [outcome, setOutcome] = useState<Outcome | ''>('')
  const query = usePages('mail.list', outcome ? { outcome } : {})
  const word = (key: string) => capital(wordIn(i18n.language, 'outcome', key) ?? key)
  return (
    <>
      <PageHead
        page="mails"
        tools={
          <Select<Outcome | ''>
            label={t('mails.byOutcome')}
            value={outcome}
            onChange={setOutcome}
            options={[
              { value: '', label: t('mails.every') },
              ...outcomes.map(value => ({ value, label: word(value) })),
            ]}
          />
        }
      />
      <Asked query={query}>
        {({ pages }) => {
          const items = pages.flatMap(page => page.items)
          if (items.length === 0)
            return (
              <Empty
                icon="inbox"
                title={t(outcome === 'quarantined' ? 'mails.noneQuarantined' : 'mails.none')}
                hint={outcome === '' ? t('mails.noneHint') : undefined}
              />
            )
          return (
            <>
              <Log label={shared('settings.mails')}>
                {items.map(mail => (
                  <Mail key={mail.id} mail={mail} word={word} />
                ))}
              </Log>
              <More
                more={query.hasNextPage}
                busy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
                label={f('more')}
              />
            </>
          )
        }}
      </Asked>
    </>
  )
}

function Mail({ mail, word }: { mail: MailRecord; word: (key: string) => string }): ReactNode {
  const { t } = useWords()
  const times = useTimes()
  const perform = useDo()
  const mailboxes = useAll('mailbox.list', { archived: true }).data
  const mailbox = mailboxes?.find(one => one.id === mail.mailboxId)
  const from = mail.from ?? mail.envelopeFrom
  return (
    <LogLine
      mark={<Chip tone={tones[mail.outcome] ?? 'plain'}>{word(mail.outcome)}</Chip>}
      title={mail.subject || t('mails.noSubject')}
      under={
        <>
          {t('mails.way', { from: from || t('mails.nobody'), to: mailbox?.name ?? mail.envelopeTo.join(t('comma')) })}
          {' · '}
          {sizeOf(mail.size)}
          {mail.ticketNumber && (
            <>
              {' · '}
              <Link to="/t/$number" params={{ number: mail.ticketNumber }}>
                {mail.ticketNumber}
              </Link>
            </>
          )}
        </>
      }
      {...{ [mail.outcome === 'quarantined' ? 'wrong' : 'reason']: mail.error }}
      time={<span data-hint={times.full(mail.receivedAt)}>{times.moment(mail.receivedAt)}</span>}
      action={
        mail.allowed.includes('mail.retry') && (
          <Retry
            word={t('mails.retry')}
            did={t('mails.didRetry')}
            run={() => perform('mail.retry', { mailId: mail.id })}
          />
        )
      }
    />
  )
}

const sizeOf = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${Math.round(bytes / 1024)} kB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`
