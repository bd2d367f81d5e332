import { Icon, useSay, Wrong } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useDo } from '../../../forms/useDo.ts'
import { useProblemText } from '../../../session/problem-text.ts'
import type { HolidaysRecord } from '../../records.ts'
import { useWords } from '../../words/index.ts'
import style from './Holidays.module.css'
import { sumOf } from './sum.ts'

/** Reads a published calendar file in the browser and takes the days of the year from it. */
export function LoadFile({ record: { year } }: { record: HolidaysRecord }): ReactNode {
  const { t } = useWords()
  const perform = useDo()
  const say = useSay()
  const problemText = useProblemText()
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const load = async (file: File) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const { days } = await perform('holidays.load', { year, ical: await file.text() })
      say({ title: t('holidays.didLoad', { year, ...sumOf(days) }), detail: t('holidays.effect') })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button icon={<Icon name="file" size={14} />} loading={busy} onClick={() => picker.current?.click()}>
        {t('holidays.load')}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".ics,text/calendar"
        hidden
        aria-label={t('holidays.load')}
        onChange={event => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void load(file) // tells its own failure
        }}
      />
      {problem !== undefined && (
        <div className={style.problem}>
          <Wrong>{problemText(problem)}</Wrong>
        </div>
      )}
    </>
  )
}
