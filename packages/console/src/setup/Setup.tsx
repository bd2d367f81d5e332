import { Icon } from '@baton/ui'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { NotHere, PageLoading } from '../frame/pages.tsx'
import { useTitle } from '../frame/title.ts'
import { useMe } from '../session/me.ts'
import { Departments } from './Departments.tsx'
import { FirstTicket } from './FirstTicket.tsx'
import { FormLink } from './FormLink.tsx'
import { Mailbox } from './Mailbox.tsx'
import { People } from './People.tsx'
import style from './Setup.module.css'
import { maySetUp, type Step, type StepKey, sawForm, stepKeys, useSteps } from './steps.ts'
import { useWords } from './words/index.ts'

const bodies: Record<StepKey, () => ReactNode> = {
  departments: Departments,
  people: People,
  mailbox: Mailbox,
  form: FormLink,
  ticket: FirstTicket,
}

/** From a fresh desk to one that works, step by step; each can be skipped, and taken up again where it was left. */
export function Setup(): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const steps = useSteps()
  const navigate = useNavigate()
  const { step } = useParams({ strict: false })
  const key = stepKeys.find(one => one === step)
  useTitle(t('title'))
  const next = steps && !key ? (steps.find(({ done }) => !done)?.key ?? 'departments') : undefined
  useEffect(() => {
    if (next) void navigate({ to: '/setup/{-$step}', params: { step: next }, replace: true }) // shows its own page when it fails
  }, [next, navigate])
  if (!maySetUp(me)) return <NotHere />
  if (!steps || !key) return <PageLoading />
  const Body = bodies[key]
  return (
    <div className={style.scroll}>
      <div className={style.page}>
        <header>
          <h1 className={style.title}>{t('welcome', { name: me.agent.name })}</h1>
          <p className={style.under}>{steps.every(({ done }) => done) ? t('allDone') : t('under')}</p>
        </header>
        <Steps steps={steps} current={key} />
        <section className={style.body} aria-label={t(`step.${key}`)}>
          <Body key={key} />
        </section>
        <Ways steps={steps} current={key} />
      </div>
    </div>
  )
}

function Steps({ steps, current }: { steps: readonly Step[]; current: StepKey }): ReactNode {
  const { t } = useWords()
  return (
    <nav aria-label={t('steps')}>
      <ol className={style.steps}>
        {steps.map(({ key, done }, at) => (
          <li key={key}>
            <Link
              to="/setup/{-$step}"
              params={{ step: key }}
              className={style.step}
              data-done={done || undefined}
              {...(key === current && { 'aria-current': 'step' as const, ref: intoView })}
            >
              <span className={style.number}>{done ? <Icon name="check" size={14} label={t('done')} /> : at + 1}</span>
              <span>{t(`step.${key}`)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** On a narrow screen the steps scroll, and where one stands is seen. */
const intoView = (link: HTMLAnchorElement | null) => link?.scrollIntoView({ inline: 'center', block: 'nearest' })

function Ways({ steps, current }: { steps: readonly Step[]; current: StepKey }): ReactNode {
  const { t } = useWords()
  const navigate = useNavigate()
  const at = stepKeys.indexOf(current)
  const isDone = steps[at]?.done === true
  const last = at === stepKeys.length - 1
  const go = (step: StepKey | undefined) => {
    if (current === 'form') sawForm()
    void (step ? navigate({ to: '/setup/{-$step}', params: { step } }) : navigate({ to: '/' })) // shows its own page when it fails
  }
  return (
    <footer className={style.ways}>
      {at > 0 && <Button onClick={() => go(stepKeys[at - 1])}>{t('back')}</Button>}
      <Link to="/" className={style.leave}>
        {t('leave')}
      </Link>
      <Button type={isDone || last ? 'primary' : 'default'} onClick={() => go(stepKeys[at + 1])}>
        {last ? t('finish') : isDone || current === 'form' ? t('next') : t('skip')}
      </Button>
    </footer>
  )
}
