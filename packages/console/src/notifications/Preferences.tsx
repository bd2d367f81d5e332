import type { VerbSent } from '@baton/contract'
import { Combobox, Segmented, useSay, Wrong } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Toggle } from '../forms/Toggle.tsx'
import { Asked } from '../lists/Asked.tsx'
import { call } from '../session/api.ts'
import { reading, useAsk } from '../session/ask.ts'
import { useProblemText } from '../session/problem-text.ts'
import { useWords as useShared } from '../words/Speaking.tsx'
import { Matrix } from './Matrix.tsx'
import style from './Preferences.module.css'
import { Push } from './Push.tsx'
import type { PreferencesRecord } from './records.ts'
import { chime } from './sound.ts'
import { useWords } from './words/index.ts'

/** How one wants to be told: each choice is kept as it is made. */
export function Preferences(): ReactNode {
  const query = useAsk('notification.preferences', {})
  return <Asked query={query}>{preferences => <Choices preferences={preferences} />}</Asked>
}

function Choices({ preferences }: { preferences: PreferencesRecord }): ReactNode {
  const { t } = useWords()
  const { t: shared } = useShared()
  const { change, problem } = useChange()
  const place = useAnchor()
  const zoneId = useId()
  const { choices, own, quiet, digest, digestAt, sound, zone, email, canMail } = preferences
  return (
    <div className={style.choices} ref={place}>
      <Matrix choices={choices} onChange={(kind, way, on) => change({ choices: { [kind]: { [way]: on } } })} />
      <p className={style.under}>
        {email === null ? t('mailNone') : t('mailTo', { email })}
        {email !== null && !canMail && ` ${t('mailNoRelay')}`}
      </p>
      {problem && <Wrong>{problem}</Wrong>}
      <div className={style.buttons}>
        <TryOut />
        {own && <Button onClick={() => change({ choices: null }, t('defaultsDone'))}>{t('defaults')}</Button>}
      </div>
      <Choice title={t('push')}>
        <Push preferences={preferences} />
      </Choice>
      <Choice title={t('sound')}>
        <Toggle
          on={sound}
          onChange={on => {
            if (on) chime()
            change({ sound: on })
          }}
        >
          {t('soundHint')}
        </Toggle>
      </Choice>
      <Choice title={t('quiet')} hint={t('quietHint')}>
        <Toggle on={quiet !== null} onChange={on => change({ quiet: on ? { from: '22:00', to: '08:00' } : null })}>
          {quiet === null ? t('quietOff') : `${quiet.from} – ${quiet.to}`}
        </Toggle>
        {quiet && (
          <div className={style.times}>
            <Time label={t('from')} value={quiet.from} onSave={from => change({ quiet: { ...quiet, from } })} />
            <Time label={t('to')} value={quiet.to} onSave={to => change({ quiet: { ...quiet, to } })} />
            <div className={style.zone}>
              <label htmlFor={zoneId}>{t('zone')}</label>
              <Combobox
                tie={{ id: zoneId }}
                options={zones}
                value={zone}
                placeholder={t('zoneDesk')}
                onChange={next => change({ zone: next })}
                clearLabel={shared('word.clear')}
                emptyText={shared('word.nothingFound')}
              />
            </div>
          </div>
        )}
      </Choice>
      <Choice title={t('digest')} hint={t(`digestHint.${digest}`)}>
        <div className={style.times}>
          <Segmented
            label={t('digest')}
            value={digest}
            onChange={next => change({ digest: next })}
            choices={(['off', 'hourly', 'daily'] as const).map(value => ({ value, label: t(`digests.${value}`) }))}
          />
          {digest === 'daily' && (
            <Time label={t('digestAt')} value={digestAt} onSave={next => change({ digestAt: next })} />
          )}
        </div>
      </Choice>
    </div>
  )
}

const zones = Intl.supportedValuesOf('timeZone').map(value => ({ value, label: value }))

function Choice({ title, hint, children }: { title: string; hint?: string; children: ReactNode }): ReactNode {
  return (
    <section className={style.choice}>
      <h3 className={style.name}>{title}</h3>
      {hint && <p className={style.hint}>{hint}</p>}
      {children}
    </section>
  )
}

/** A time of day, kept when it is a whole one. */
function Time({ label, value, onSave }: { label: string; value: string; onSave: (time: string) => void }): ReactNode {
  const id = useId()
  const [text, set] = useState(value)
  useEffect(() => set(value), [value])
  return (
    <span className={style.time}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="time"
        value={text}
        onChange={event => {
          const next = event.target.value.slice(0, 5)
          set(next)
          if (/^\d\d:\d\d$/.test(next) && next !== value) onSave(next)
        }}
      />
    </span>
  )
}

function TryOut(): ReactNode {
  const { t } = useWords()
  const say = useSay()
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    try {
      await call('notification.test', {})
      say({ title: t('testSent') })
    } catch (error) {
      say({ tone: 'wrong', title: problemText(error) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button loading={busy} onClick={() => void go()} data-hint={t('testHint')}>
      {t('test')}
    </Button>
  )
}

/** Keeps each choice as it is made, one after the other, and shows at once what the desk has kept. */
function useChange() {
  const { t } = useWords()
  const queries = useQueryClient()
  const say = useSay()
  const problemText = useProblemText()
  const [problem, setProblem] = useState<string>()
  const waiting = useRef<Promise<unknown>>(Promise.resolve())
  const key = reading('notification.preferences', {}).queryKey
  const change = (input: VerbSent<'notification.updatePreferences'>, done = t('saved')) => {
    setProblem(undefined)
    const before = queries.getQueryData<PreferencesRecord>(key)
    if (before) queries.setQueryData<PreferencesRecord>(key, foreseen(before, input))
    waiting.current = waiting.current.then(async () => {
      try {
        queries.setQueryData(key, await call('notification.updatePreferences', input))
        say({ title: done })
      } catch (error) {
        setProblem(problemText(error))
        await queries.invalidateQueries({ queryKey: key })
      }
    })
  }
  return { change, problem }
}

/** What it will probably look like, until the desk has said so. */
function foreseen(
  before: PreferencesRecord,
  { choices, ...rest }: VerbSent<'notification.updatePreferences'>,
): PreferencesRecord {
  const after = { ...before, ...rest } as PreferencesRecord
  if (!choices) return after
  const next = { ...before.choices }
  for (const [kind, ways] of Object.entries(choices) as [keyof typeof next, object][])
    next[kind] = { ...next[kind], ...ways }
  return { ...after, choices: next, own: true }
}

/** Leads here from the bell. */
function useAnchor() {
  const { hash } = useLocation()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (hash === 'notifications') place.current?.closest('section')?.scrollIntoView({ block: 'start' })
  }, [hash])
  return place
}
