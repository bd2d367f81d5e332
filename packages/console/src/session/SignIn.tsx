import { Field, Wrong } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, type InputRef } from 'antd'
import { type FormEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { focusWrong } from '../forms/focus-wrong.ts'
import { useWords } from '../words/Speaking.tsx'
import { call } from './api.ts'
import { useAsk } from './ask.ts'
import { Door } from './Door.tsx'
import style from './door.module.css'
import { meKey } from './me.ts'
import { useProblemText } from './problem-text.ts'
import { Splash } from './Splash.tsx'

const FirstRun = lazy(() => import('../firstRun/FirstRun.tsx').then(it => ({ default: it.FirstRun })))

/** Employee number and password; on a fresh desk, the first run instead. */
export function SignIn(): ReactNode {
  const { data: welcome } = useAsk('session.welcome', {})
  if (welcome?.firstRun)
    return (
      <Suspense fallback={<Splash />}>
        <FirstRun />
      </Suspense>
    )
  return <Form deskName={welcome?.deskName} />
}

function Form({ deskName }: { deskName: string | undefined }): ReactNode {
  const { t } = useWords()
  const { signIn, problem, busy } = useSignIn()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const passwordInput = useRef<InputRef>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(true)
    if (!login.trim() || !password) return void focusWrong()
    void signIn(login.trim(), password).then(done => !done && passwordInput.current?.select()) // shows its own problem
  }
  return (
    <Door title={deskName || 'Baton 接力'} under={t('signIn.under')}>
      <form className={style.form} onSubmit={submit} noValidate>
        <Field label={t('signIn.login')} error={missing && !login.trim() ? t('signIn.loginMissing') : undefined}>
          {tie => (
            <Input
              {...tie}
              size="large"
              autoFocus
              autoComplete="username"
              autoCapitalize="off"
              spellCheck={false}
              value={login}
              onChange={event => setLogin(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('signIn.password')} error={missing && !password ? t('signIn.passwordMissing') : undefined}>
          {tie => (
            <Input.Password
              {...tie}
              ref={passwordInput}
              size="large"
              autoComplete="current-password"
              value={password}
              onChange={event => setPassword(event.target.value)}
            />
          )}
        </Field>
        {problem && <Wrong>{problem}</Wrong>}
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          {t('signIn.go')}
        </Button>
      </form>
    </Door>
  )
}

function useSignIn() {
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const signIn = async (login: string, password: string): Promise<boolean> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await call('session.open', { login, password })
      await queries.refetchQueries({ queryKey: meKey })
      return true
    } catch (error) {
      setProblem(problemText(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { signIn, problem, busy }
}
