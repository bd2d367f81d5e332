import { IconButton } from '@baton/ui'
import { Input } from 'antd'
import { type ReactNode, useId } from 'react'
import { useWords } from '../../words/index.ts'
import style from './Holidays.module.css'
import type { Run, RunWrong } from './runs.ts'

interface Props {
  label: string
  year: number
  run: Run
  wrong: RunWrong | undefined
  onChange: (run: Run) => void
  onRemove: () => void
}

/** Days off from the first to the last, or one make-up day, and what they are called. */
export function RunFields({ label, year, run, wrong, onChange, onRemove }: Props): ReactNode {
  const { t } = useWords()
  const id = useId()
  const told = (isIt: boolean) => isIt && { 'aria-invalid': true as const, 'aria-describedby': id }
  const isOff = run.kind === 'off'
  const day = (word: string, value: string, change: (date: string) => void, isWrong: boolean) => (
    <input
      type="date"
      className={`picker ${style.date}`}
      aria-label={word}
      min={`${year}-01-01`}
      max={`${year}-12-31`}
      value={value}
      onChange={event => change(event.target.value)}
      {...told(isWrong)}
    />
  )
  return (
    <li className={style.fields}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a line */}
      <div role="group" aria-label={run.name || label} className={style.fieldLine}>
        <span className={style.mark} data-kind={run.kind}>
          {t(`holidays.${run.kind}`)}
        </span>
        <Input
          className={style.nameField ?? ''}
          aria-label={t('holidays.name')}
          placeholder={t('holidays.name')}
          autoComplete="off"
          autoFocus={!run.name && !run.from}
          maxLength={50}
          value={run.name}
          onChange={event => onChange({ ...run, name: event.target.value })}
          {...told(wrong === 'name')}
        />
        <span className={style.dates}>
          {day(
            t(isOff ? 'holidays.first' : 'holidays.day'),
            run.from,
            // One day off is the usual beginning of more; a make-up day is one.
            from => onChange({ ...run, from, to: isOff && run.to && run.to !== run.from ? run.to : from }),
            wrong !== undefined && wrong !== 'name' && wrong !== 'order',
          )}
          {isOff && <span aria-hidden>–</span>}
          {isOff && day(t('holidays.last'), run.to, to => onChange({ ...run, to }), wrong === 'order')}
        </span>
        <IconButton icon="close" label={t('holidays.remove', { name: run.name || label })} onClick={onRemove} />
      </div>
      {wrong && (
        <div id={id} role="alert" className={style.wrong}>
          {t(wordsOf[wrong], { year })}
        </div>
      )}
    </li>
  )
}

const wordsOf = {
  date: 'calendars.wrongDate',
  name: 'calendars.wrongName',
  order: 'holidays.wrongOrder',
  year: 'holidays.wrongYear',
  twice: 'calendars.twice',
} as const satisfies Record<RunWrong, string>
