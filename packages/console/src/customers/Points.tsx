import { Icon, IconButton } from '@baton/ui'
import { Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useCalls } from '../calls/CallsHost.tsx'
import { useRefusalText } from '../forms/refusal.ts'
import { useFormWords } from '../forms/words/index.ts'
import { useMe } from '../session/me.ts'
import { phoneText } from '../words/phone.ts'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import style from './CustomerFile.module.css'
import type { CustomerRecord } from './CustomerList.tsx'
import { useChange } from './useChange.ts'
import { useWords } from './words/index.ts'

interface Props {
  customer: CustomerRecord
  kind: 'phones' | 'emails'
}

/** The phones or the mail addresses by which a customer is recognised; added and taken away in place. */
export function Points({ customer, kind }: Props): ReactNode {
  const { t } = useWords()
  const { t: shared } = useSharedWords()
  const { t: f } = useFormWords()
  const change = useChange(customer)
  const refusalText = useRefusalText()
  const me = useMe()
  const { begin } = useCalls()
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const values = customer[kind]

  const send = async (next: string[]): Promise<boolean> => {
    setProblem(undefined)
    try {
      await change?.({ [kind]: next })
      return true
    } catch (error) {
      setProblem(refusalText(error))
      return false
    }
  }
  const add = async () => {
    if (!text.trim()) return leave()
    if (await send([...values, text.trim()])) leave()
  }
  const leave = () => {
    setAdding(false)
    setText('')
    setProblem(undefined)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    leave()
  }
  return (
    <section>
      <h3 className={style.cardTitle}>{t(kind)}</h3>
      <ul>
        {values.map(value => (
          <li key={value} className={style.point}>
            <Icon name={kind === 'phones' ? 'phone' : 'mail'} size={14} />
            <a href={`${kind === 'phones' ? 'tel' : 'mailto'}:${value}`}>
              {kind === 'phones' ? phoneText(value, shared('word.extension')) : value}
            </a>
            {kind === 'phones' && me.may('call.start') && (
              <IconButton
                icon="phone"
                size={14}
                label={t('callTo', { number: phoneText(value, shared('word.extension')) })}
                onClick={() => begin({ direction: 'out', number: value, customer })}
              />
            )}
            {change && (
              <IconButton
                icon="close"
                size={14}
                label={f('remove', { name: value })}
                onClick={() => void send(values.filter(other => other !== value))}
              />
            )}
          </li>
        ))}
      </ul>
      {change &&
        (adding ? (
          <div className={style.adding}>
            <Input
              autoFocus
              type={kind === 'phones' ? 'tel' : 'email'}
              aria-label={t(kind === 'phones' ? 'addPhone' : 'addEmail')}
              aria-invalid={problem !== undefined}
              placeholder={t(kind === 'phones' ? 'phonePlaceholder' : 'emailPlaceholder')}
              value={text}
              onChange={event => setText(event.target.value)}
              onPressEnter={() => void add()}
              onKeyDown={press}
              onBlur={() => !text.trim() && leave()}
            />
          </div>
        ) : (
          <button type="button" className={style.add} onClick={() => setAdding(true)}>
            <Icon name="plus" size={14} />
            {t(kind === 'phones' ? 'addPhone' : 'addEmail')}
          </button>
        ))}
      {problem && (
        <p className={style.problem} role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
