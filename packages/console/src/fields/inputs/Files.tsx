import { pictureTypes } from '@baton/contract/pictures'
import { Icon, IconButton } from '@baton/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { fileUrl, sizeText } from '../../session/files.ts'
import { Uploads } from '../../tickets/composer/Uploads.tsx'
import { useUploads } from '../../tickets/composer/upload.ts'
import { useWords } from '../../words/Speaking.tsx'
import style from '../fields.module.css'
import { fileKey, useFileFacts } from '../useFileFacts.ts'
import { useFieldWords } from '../words/index.ts'
import { type InputProps, keysOf } from './input.ts'

/** Files that go up when they are chosen, dropped or pasted; each can be taken away again. */
export function FilesInput(props: InputProps<'files'> | InputProps<'pictures'>): ReactNode {
  const { tie, label, spec, value, onChange, disabled, wrongAt } = props
  const { t } = useFieldWords()
  const { t: shared } = useWords()
  const ids = keysOf(value)
  const facts = useFileFacts(ids)
  const uploads = useArrivals(ids, onChange)
  const picker = useRef<HTMLInputElement>(null)
  const pictures = spec.kind === 'pictures'
  const room = spec.most - ids.length
  const add = (files: Iterable<File>) => uploads.add([...files].slice(0, Math.max(0, room)))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be dropped anywhere on it; the button does the same
    <div
      className={style.stack}
      data-invalid={tie['aria-invalid']}
      onDragOver={event => !disabled && event.preventDefault()}
      onDrop={event => {
        if (disabled || event.dataTransfer.files.length === 0) return
        event.preventDefault()
        add(event.dataTransfer.files)
      }}
    >
      {ids.length > 0 && (
        <ul className={pictures ? style.pictures : style.files} aria-label={label}>
          {ids.map((id, at) => {
            const known = facts.find(file => file.id === id)
            return (
              <li
                key={id}
                className={pictures ? style.picture : style.file}
                data-wrong={wrongAt(`.${at}`) ? '' : undefined}
              >
                {pictures ? (
                  <img src={fileUrl(id)} alt={known?.name ?? ''} />
                ) : (
                  <>
                    <Icon name="file" size={14} />
                    <span className="cut">{known?.name ?? '…'}</span>
                    {known && <span className={style.quiet}>{sizeText(known.size)}</span>}
                  </>
                )}
                {!disabled && (
                  <IconButton
                    icon="close"
                    size={12}
                    label={shared('composer.removeFile', { name: known?.name ?? '' })}
                    onClick={() => onChange(ids.length > 1 ? ids.filter(other => other !== id) : null)}
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
      <Uploads uploads={uploads.uploads} remove={uploads.remove} />
      {!disabled && room > 0 && (
        <button
          type="button"
          id={tie.id}
          aria-describedby={tie['aria-describedby']}
          className={style.add}
          onClick={() => picker.current?.click()}
        >
          <Icon name={pictures ? 'image' : 'clip'} size={14} />
          {t(pictures ? 'files.addPicture' : 'files.add')}
        </button>
      )}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={label}
        {...(pictures && { accept: pictureTypes.join() })}
        onChange={event => {
          add(event.target.files ?? [])
          event.target.value = ''
        }}
      />
    </div>
  )
}

/** What has gone up becomes part of the value. */
function useArrivals(ids: readonly string[], onChange: (value: unknown) => void) {
  const queries = useQueryClient()
  const uploads = useUploads()
  const arrived = uploads.uploads.filter(({ file }) => file)
  const latest = useRef({ ids, onChange, uploads })
  latest.current = { ids, onChange, uploads }
  const count = arrived.length
  useEffect(() => {
    if (count === 0) return
    const { current } = latest
    const ready = current.uploads.uploads.filter(({ file }) => file)
    for (const { key, file } of ready) {
      if (file) queries.setQueryData(fileKey(file.id), file)
      current.uploads.remove(key)
    }
    const fresh = ready.flatMap(({ file }) => (file && !current.ids.includes(file.id) ? [file.id] : []))
    if (fresh.length > 0) current.onChange([...current.ids, ...fresh])
  }, [count, queries])
  return uploads
}
