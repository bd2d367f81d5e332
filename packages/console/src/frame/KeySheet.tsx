import { Kbd } from '@baton/ui'
import { Modal, Switch } from 'antd'
import type { ReactNode } from 'react'
import { HelpLink } from '../help/HelpLink.tsx'
import { type TicketVerb, verbKeys, verbOrder } from '../tickets/verbs.ts'
import { useWords } from '../words/Speaking.tsx'
import style from './KeySheet.module.css'
import { keyLines } from './key-lines.ts'
import { useKeys } from './keys.tsx'
import { useLook } from './look.tsx'
import { places } from './places.ts'

/** All keys on one sheet, and the switch that turns the single ones off. */
export function KeySheet({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { keys, like } = useLook()
  const said = (lines: (typeof keyLines)[keyof typeof keyLines]): Line[] => lines.map(([key, word]) => [key, t(word)])
  useKeys({ '?': onClose }, { covers: true })
  return (
    <Modal open title={t('keys.title')} footer={null} onCancel={onClose} width={640}>
      <div className={style.groups}>
        <Group
          title={t('keys.anywhere')}
          lines={[
            ...said(keyLines.anywhere),
            ...places.map((place): Line => [`g ${place.keys}`, t(`place.${place.key}`)]),
          ]}
        />
        <Group title={t('keys.list')} lines={said(keyLines.list)} />
        <Group
          title={t('keys.ticket')}
          lines={[...verbLines(verb => t(`verb.${verb as 'ticket.claim'}`)), ...said(keyLines.ticket)]}
        />
      </div>
      <label className={style.switch} htmlFor="single-keys">
        <Switch id="single-keys" size="small" checked={keys} onChange={on => like({ keys: on })} />
        {t('keys.single')}
        <HelpLink page="keys" what={t('keys.title')} aside />
      </label>
    </Modal>
  )
}

/** Verbs that share a key share a line. */
function verbLines(word: (verb: TicketVerb) => string): Line[] {
  const words = new Map<string, string[]>()
  for (const verb of verbOrder) {
    const key = verbKeys[verb]
    if (key) words.set(key, [...(words.get(key) ?? []), word(verb)])
  }
  return [...words].map(([key, said]) => [key, said.join(' / ')])
}

type Line = readonly [keys: string, word: string]

function Group({ title, lines }: { title: string; lines: Line[] }): ReactNode {
  return (
    <section className={style.group}>
      <h3 className={style.title}>{title}</h3>
      <dl>
        {lines.map(([keys, word]) => (
          <div key={keys} className={style.line}>
            <dt>{word}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
