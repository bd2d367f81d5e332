import { Select } from '@baton/ui'
import type { ReactNode } from 'react'
import { useAsked } from './asked.tsx'
import style from './Figures.module.css'
import { type Compare, daysOf, type Preset, presetOf, presets } from './search.ts'
import { useWords } from './words/index.ts'

/** Of which days, and compared with which. */
export function Controls(): ReactNode {
  const { t } = useWords()
  const { days, compare, today, ask } = useAsked()
  const preset = presetOf(days, today)
  return (
    <>
      <Select<Preset | 'custom'>
        label={t('preset.label')}
        value={preset ?? 'custom'}
        onChange={chosen => chosen !== 'custom' && ask({ ...daysOf(chosen, today) })}
        options={[
          ...presets.map(value => ({ value, label: t(`preset.${value}`) })),
          ...(preset ? [] : [{ value: 'custom' as const, label: t('preset.custom') }]),
        ]}
      />
      <span className={style.period}>
        <input
          type="date"
          className={`picker ${style.date}`}
          aria-label={t('from')}
          max={days.to}
          value={days.from}
          onChange={event => event.target.value && ask({ ...days, from: event.target.value })}
        />
        <span>–</span>
        <input
          type="date"
          className={`picker ${style.date}`}
          aria-label={t('to')}
          min={days.from}
          value={days.to}
          onChange={event => event.target.value && ask({ ...days, to: event.target.value })}
        />
      </span>
      <Select<Compare>
        label={t('compare.label')}
        value={compare}
        onChange={chosen => ask({ compare: chosen })}
        options={(['previous', 'year', 'none'] as const).map(value => ({ value, label: t(`compare.${value}`) }))}
      />
    </>
  )
}
