import { fieldText } from '@baton/contract'
import { Chip, Icon, IconButton } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { useCalls } from '../calls/CallsHost.tsx'
import { useFormWords } from '../forms/words/index.ts'
import { useAsk } from '../session/ask.ts'
import { useMe } from '../session/me.ts'
import { phoneText } from '../words/phone.ts'
import { useWords } from '../words/Speaking.tsx'
import { FilesValue } from './FilesValue.tsx'
import style from './fields.module.css'
import { keysOf, textOf } from './inputs/input.ts'
import { RowsTable } from './inputs/Rows.tsx'
import { addressOf, mapOf } from './link.ts'
import { toneOf } from './tone.ts'
import { groveOf } from './tree.ts'
import type { FieldLike } from './useFields.ts'
import { useRegions } from './useRegions.ts'
import { useWording } from './useWording.ts'
import { isNothing } from './values.ts'
import { wordOf } from './word.ts'
import { useFieldWords } from './words/index.ts'

const RichValue = lazy(() => import('./RichValue.tsx').then(it => ({ default: it.RichValue })))

/** A field's value, to be read: a link where it leads somewhere, a picture where it is one. */
export function FieldValue({ field, value }: { field: FieldLike; value: unknown }): ReactNode {
  const wording = useWording()
  const { t } = useFormWords()
  const { spec } = field
  if (isNothing(value)) return <span className={style.none}>{t('none')}</span>
  switch (spec.kind) {
    case 'choice':
    case 'choices':
      return (
        <span className={style.chips}>
          {keysOf([value].flat()).map(key => {
            const option = spec.options.find(one => one.key === key)
            return (
              <Chip key={key} tone={toneOf(option?.colour)}>
                {option ? wordOf(option, wording.locale) : key}
              </Chip>
            )
          })}
        </span>
      )
    case 'longText':
      return <span className={style.lines}>{textOf(value)}</span>
    case 'richText':
      return (
        <Suspense fallback={<span className={style.lines}>{fieldText(field, value, wording)}</span>}>
          <RichValue html={textOf(value)} />
        </Suspense>
      )
    case 'text':
      return <TextValue format={spec.format} text={String(value)} />
    case 'reference':
      return <ReferenceValue address={addressOf(spec.address, textOf(value))} text={textOf(value)} />
    case 'phone':
      return <PhoneValue phone={textOf(value)} />
    case 'customer':
      return <CustomerValue id={textOf(value)} />
    case 'address':
      return <AddressValue field={field} value={value} />
    case 'location':
      return (
        <a href={mapOf(value as Place, wording.locale)} target="_blank" rel="noopener noreferrer">
          {fieldText(field, value, wording)}
        </a>
      )
    case 'files':
    case 'pictures':
      return <FilesValue ids={keysOf(value)} />
    case 'rows':
      return <RowsTable columns={spec.columns} value={value} wording={wording} />
    default:
      return <span>{fieldText(field, value, wording)}</span>
  }
}

interface Place {
  longitude: number
  latitude: number
  name: string | null
}

function TextValue({ format, text }: { format: string; text: string }): ReactNode {
  if (format === 'email') return <a href={`mailto:${text}`}>{text}</a>
  if (format === 'url' && /^https?:\/\//.test(text))
    return (
      <a href={text} target="_blank" rel="noopener noreferrer">
        {text}
      </a>
    )
  return <span>{text}</span>
}

function ReferenceValue({ address, text }: { address: string | undefined; text: string }): ReactNode {
  const { t: f } = useFormWords()
  const copy = () => void navigator.clipboard.writeText(text).catch(() => undefined) // a browser that forbids it leaves it to be selected
  return (
    <span className={style.beside}>
      {address ? (
        <a href={address} target="_blank" rel="noopener noreferrer" className={style.link}>
          {text} <Icon name="out" size={12} />
        </a>
      ) : (
        <span>{text}</span>
      )}
      <IconButton icon="copy" size={13} label={`${f('copy')} ${text}`} onClick={copy} />
    </span>
  )
}

function PhoneValue({ phone }: { phone: string }): ReactNode {
  const { t } = useFieldWords()
  const { t: shared } = useWords()
  const me = useMe()
  const { begin } = useCalls()
  const text = phoneText(phone, shared('word.extension'))
  return (
    <span className={style.beside}>
      <a href={`tel:${phone}`}>{text}</a>
      {me.may('call.start') && (
        <IconButton
          icon="phone"
          size={13}
          label={t('phone.call', { number: text })}
          onClick={() => begin({ direction: 'out', number: phone })}
        />
      )}
    </span>
  )
}

function CustomerValue({ id }: { id: string }): ReactNode {
  const me = useMe()
  const { data } = useAsk('customer.get', { id }, { fresh: 60_000, enabled: me.may('customer.get') })
  if (!data) return <span>—</span>
  return (
    <Link to="/customers/{-$customerId}" params={{ customerId: id }}>
      {data.name}
    </Link>
  )
}

function AddressValue({ field, value }: { field: FieldLike; value: unknown }): ReactNode {
  const wording = useWording()
  const regions = useRegions()
  if (!regions) return <span aria-busy>…</span>
  const grove = groveOf(regions)
  return <span>{fieldText(field, value, { ...wording, regionOf: code => grove.pathTo(code).at(-1)?.name })}</span>
}
