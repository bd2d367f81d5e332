import { Field, useSay, Wrong } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTitle } from '../frame/title.ts'
import { Preferences } from '../notifications/Preferences.tsx'
import { PersonChip } from '../people/PersonChip.tsx'
import { useWords } from '../words/Speaking.tsx'
import { call } from './api.ts'
import { meKey, useMe } from './me.ts'
import { PasswordFields } from './PasswordFields.tsx'
import style from './Profile.module.css'
import { isProblem } from './problem.ts'
import { useProblemText } from './problem-text.ts'
import { Sessions } from './Sessions.tsx'

/** Personal centre: what everybody may change of themselves. */
export function Profile(): ReactNode {
  const { t } = useWords()
  const { agent } = useMe()
  const say = useSay()
  useTitle(t('frame.profile'))
  return (
    <div className={style.page}>
      <div className={style.inside}>
        <h1 className={style.title}>{t('frame.profile')}</h1>
        <div className={style.who}>
          <PersonChip name={agent.name} presence={agent.presence} size={40} also={agent.employeeNo} />
        </div>
        <section className={style.section}>
          <h2 className={style.heading}>{t('profile.contact')}</h2>
          <Contact />
        </section>
        <section className={style.section} id="notifications">
          <h2 className={style.heading}>{t('frame.notifications')}</h2>
          <Preferences />
        </section>
        <section className={style.section}>
          <h2 className={style.heading}>{t('profile.password')}</h2>
          <PasswordFields onDone={() => say({ title: t('profile.passwordChanged') })} />
        </section>
        <section className={style.section}>
          <h2 className={style.heading}>{t('profile.sessions')}</h2>
          <Sessions />
        </section>
      </div>
    </div>
  )
}

const fields = ['name', 'email', 'phone', 'extension'] as const
type Values = Record<(typeof fields)[number], string>

function Contact(): ReactNode {
  const { t } = useWords()
  const { agent } = useMe()
  const queries = useQueryClient()
  const say = useSay()
  const problemText = useProblemText()
  const [values, set] = useState<Values>({
    name: agent.name,
    email: agent.email ?? '',
    phone: agent.phone ?? '',
    extension: agent.extension ?? '',
  })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    try {
      const kept = (text: string) => text.trim() || null
      await call('agent.updateMe', {
        name: values.name.trim(),
        email: kept(values.email),
        phone: kept(values.phone),
        extension: kept(values.extension),
      })
      await queries.invalidateQueries({ queryKey: meKey })
      say({ title: t('profile.saved') })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const inPlace = isProblem(problem) && problem.fields.length > 0
  return (
    <form className={style.form} onSubmit={event => void save(event)} noValidate>
      {fields.map(name => (
        <Field key={name} label={t(`profile.${name}`)} error={isProblem(problem) ? problem.at(name) : undefined}>
          {tie => (
            <Input {...tie} value={values[name]} onChange={event => set({ ...values, [name]: event.target.value })} />
          )}
        </Field>
      ))}
      {problem !== undefined && !inPlace && <Wrong>{problemText(problem)}</Wrong>}
      <Button htmlType="submit" type="primary" loading={busy} style={{ alignSelf: 'start' }}>
        {t('word.save')}
      </Button>
    </form>
  )
}
