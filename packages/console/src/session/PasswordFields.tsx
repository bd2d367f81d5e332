import { Field, Wrong } from '@baton/ui'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../words/Speaking.tsx'
import { call } from './api.ts'
import style from './door.module.css'
import { isProblem } from './problem.ts'
import { useProblemText } from './problem-text.ts'

const least = 8

/** Old password, new one twice. */
export function PasswordFields({ onDone, big }: { onDone: () => void; big?: boolean }): ReactNode {
  const { t } = useWords()
  const problemText = useProblemText()
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  const short = next.length < least ? t('password.short', { least }) : undefined
  const differs = next !== again ? t('password.differs') : undefined
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!old || short || differs) return
    setBusy(true)
    setProblem(undefined)
    try {
      await call('session.changePassword', { oldPassword: old, newPassword: next })
      setOld('')
      setNext('')
      setAgain('')
      setTried(false)
      onDone()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const size = big ? 'large' : 'middle'
  const refusedOld = isProblem(problem) ? problem.at('oldPassword') : undefined
  const wrongOld = refusedOld ?? (tried && !old ? t('password.oldMissing') : undefined)
  return (
    <form className={style.form} onSubmit={event => void submit(event)} noValidate>
      <Field label={t('password.old')} error={wrongOld}>
        {tie => (
          <Input.Password
            {...tie}
            size={size}
            autoComplete="current-password"
            value={old}
            onChange={e => setOld(e.target.value)}
          />
        )}
      </Field>
      <Field label={t('password.new')} error={tried ? short : undefined} hint={t('password.rule', { least })}>
        {tie => (
          <Input.Password
            {...tie}
            size={size}
            autoComplete="new-password"
            value={next}
            onChange={e => setNext(e.target.value)}
          />
        )}
      </Field>
      <Field label={t('password.again')} error={tried && !short ? differs : undefined}>
        {tie => (
          <Input.Password
            {...tie}
            size={size}
            autoComplete="new-password"
            value={again}
            onChange={e => setAgain(e.target.value)}
          />
        )}
      </Field>
      {problem !== undefined && !refusedOld && <Wrong>{problemText(problem)}</Wrong>}
      <Button
        type="primary"
        size={size}
        htmlType="submit"
        block={big === true}
        loading={busy}
        style={{ alignSelf: big ? 'auto' : 'start' }}
      >
        {t('password.change')}
      </Button>
    </form>
  )
}
