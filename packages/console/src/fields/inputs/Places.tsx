import { IconButton } from '@baton/ui'
import { Button, Input, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import style from '../fields.module.css'
import { mapOf } from '../link.ts'
import { regionsTo } from '../regions.ts'
import { TreePick } from '../TreePick.tsx'
import { useRegions } from '../useRegions.ts'
import { useFieldWords } from '../words/index.ts'
import { type InputProps, keysOf, textOf } from './input.ts'

/** The region from the tree, and the street as it is written. */
export function AddressInput({
  tie,
  label,
  spec,
  value,
  onChange,
  disabled,
  wrongAt,
}: InputProps<'address'>): ReactNode {
  const { t } = useFieldWords()
  const { region, detail } = (value ?? {}) as { region?: string[]; detail?: string | null }
  const path = keysOf(region)
  const [wanted, want] = useState(path.length > 0)
  const regions = useRegions(wanted)
  const put = (next: { region: string[]; detail: string | null }) =>
    onChange(next.region.length === 0 && !next.detail ? null : next)
  return (
    <span className={style.stack}>
      <TreePick
        tie={tie}
        disabled={disabled}
        leafOnly
        nodes={regions && regionsTo(regions, spec.level)}
        value={path.length > 0 ? path : null}
        onChange={next => put({ region: next ?? [], detail: detail ?? null })}
        placeholder={t('address.region')}
        onOpen={() => want(true)}
      />
      {spec.detail && (
        <Input
          aria-label={`${label} ${t('address.detail')}`}
          {...(wrongAt('.detail') && { 'aria-invalid': true })}
          placeholder={t('address.detail')}
          autoComplete="off"
          disabled={disabled}
          maxLength={200}
          value={textOf(detail)}
          onChange={event => put({ region: path, detail: event.target.value || null })}
        />
      )}
    </span>
  )
}

interface Place {
  longitude?: number | null
  latitude?: number | null
  name?: string | null
}

/** Longitude, latitude and what the place is called; one's own place when one asks for it. */
export function LocationInput({ tie, label, value, onChange, disabled, wrongAt }: InputProps<'location'>): ReactNode {
  const { t, i18n } = useFieldWords()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const place = (value ?? {}) as Place
  const put = (patch: Place) => {
    const next = { longitude: null, latitude: null, name: null, ...place, ...patch }
    const isEmpty = next.longitude === null && next.latitude === null && !next.name
    onChange(isEmpty ? null : next)
  }
  const find = () => {
    setBusy(true)
    setProblem(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setBusy(false)
        put({ longitude: rounded(coords.longitude), latitude: rounded(coords.latitude) })
      },
      () => {
        setBusy(false)
        setProblem(t('location.unknown'))
      },
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  }
  const number = (key: 'longitude' | 'latitude', isFirst: boolean) => (
    <InputNumber
      {...(isFirst ? tie : { 'aria-label': `${label} ${t(`location.${key}`)}` })}
      {...(wrongAt(`.${key}`) && { 'aria-invalid': true as const })}
      style={{ width: '100%' }}
      controls={false}
      inputMode="decimal"
      disabled={disabled}
      placeholder={t(`location.${key}`)}
      value={place[key] ?? null}
      onChange={next => put({ [key]: next })}
    />
  )
  const isWhole = typeof place.longitude === 'number' && typeof place.latitude === 'number'
  return (
    <span className={style.stack}>
      <span className={style.beside}>
        {number('longitude', true)}
        {number('latitude', false)}
        {isWhole && (
          <IconButton
            icon="globe"
            label={t('location.map')}
            onClick={() =>
              window.open(
                mapOf(place as Required<Place> & { longitude: number; latitude: number }, i18n.language),
                '_blank',
                'noopener',
              )
            }
          />
        )}
      </span>
      <span className={style.beside}>
        <Input
          aria-label={`${label} ${t('location.name')}`}
          placeholder={t('location.name')}
          autoComplete="off"
          disabled={disabled}
          maxLength={200}
          value={place.name ?? ''}
          onChange={event => put({ name: event.target.value || null })}
        />
        {'geolocation' in navigator && !disabled && (
          <Button loading={busy} onClick={find}>
            {t('location.here')}
          </Button>
        )}
      </span>
      {problem && (
        <span className={style.problem} role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}

/** Six decimals are a hand's breadth. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
