import { Empty, Icon, useSay } from '@baton/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { RecordSheet } from '../../../forms/RecordSheet.tsx'
import { Sheet } from '../../../forms/Sheet.tsx'
import { useDo } from '../../../forms/useDo.ts'
import { useForm } from '../../../forms/useForm.ts'
import { useFormWords } from '../../../forms/words/index.ts'
import { useAsk } from '../../../session/ask.ts'
import type { HolidaysRecord } from '../../records.ts'
import { useWords } from '../../words/index.ts'
import style from './Holidays.module.css'
import { RunFields } from './RunFields.tsx'
import { daysIn, type Run, runsOf, wrongOfRun } from './runs.ts'
import { sumOf } from './sum.ts'

/** The public holidays of a year, to be written by hand. */
export function HolidaysSheet({ year, onClose }: { year: number; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const query = useAsk('holidays.get', { year })
  return (
    <RecordSheet query={query} onClose={onClose}>
      {record =>
        record.allowed.includes('holidays.set') ? (
          <Editor record={record} onClose={onClose} />
        ) : (
          <Sheet title={t('holidays.of', { year })} onClose={onClose}>
            <Empty icon="search" title={f('gone')} hint={f('goneHint')} />
          </Sheet>
        )
      }
    </RecordSheet>
  )
}

function Editor({ record, onClose }: { record: HolidaysRecord; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const { t: f } = useFormWords()
  const perform = useDo()
  const say = useSay()
  const { year, days: before, source } = record
  const form = useForm({ days: runsOf(before) }, ({ days }) => ({
    days: days.some(run => wrongOfRun(run, days, year)) ? t('calendars.wrongDate') : undefined,
  }))
  const runs = form.values.days
  const error = form.error('days')
  const wrongs = runs.map(run => (error ? wrongOfRun(run, runs, year) : undefined))
  const add = (kind: Run['kind']) => form.set('days', [...runs, { kind, name: '', from: '', to: '' }])
  const save = () =>
    void form.submit(async ({ days }) => {
      const saved = await perform('holidays.set', { year, days: daysIn(days) })
      onClose()
      const undo = () => perform('holidays.set', { year, days: before })
      say({
        title: t('holidays.didSet', { year, ...sumOf(saved.days) }),
        detail: t('holidays.effect'),
        // What nobody knew yet cannot be said again.
        ...(source !== 'unknown' && {
          action: { label: f('undo'), run: () => void undo().catch(() => undefined) }, // the page shows what stands
        }),
      })
    })
  const numbers = { off: 0, work: 0 }
  return (
    <Sheet
      wide
      title={t('holidays.of', { year })}
      under={t('holidays.under')}
      onClose={onClose}
      dirty={form.dirty}
      problem={form.problem}
      submit={{ label: f('save'), busy: form.busy, disabled: !form.dirty, run: save }}
    >
      {runs.length === 0 && <p className={style.sum}>{t('holidays.none', { year })}</p>}
      <ul>
        {runs.map((run, at) => {
          numbers[run.kind] += 1
          return (
            <RunFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a run that has no days yet is known by its place alone
              key={at}
              label={t(run.kind === 'off' ? 'holidays.offOf' : 'holidays.workOf', { count: numbers[run.kind] })}
              year={year}
              run={run}
              wrong={wrongs[at]}
              onChange={next =>
                form.set(
                  'days',
                  runs.map((old, index) => (index === at ? next : old)),
                )
              }
              onRemove={() =>
                form.set(
                  'days',
                  runs.filter((_, index) => index !== at),
                )
              }
            />
          )
        })}
      </ul>
      <div className={style.adds}>
        <Button icon={<Icon name="plus" size={14} />} onClick={() => add('off')}>
          {t('holidays.addOff')}
        </Button>
        <Button icon={<Icon name="plus" size={14} />} onClick={() => add('work')}>
          {t('holidays.addWork')}
        </Button>
      </div>
      {error && !wrongs.some(Boolean) && (
        <div role="alert" className={style.wrong}>
          {error}
        </div>
      )}
    </Sheet>
  )
}
