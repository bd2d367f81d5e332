import { Icon, IconButton } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { sizeText } from '../session/files.ts'
import { Uploads } from '../tickets/composer/Uploads.tsx'
import { useUploads } from '../tickets/composer/upload.ts'
import style from './Macros.module.css'
import type { CannedReplyRecord } from './records.ts'
import { useMacroWords } from './words/index.ts'

interface Props {
  kept: CannedReplyRecord['attachments']
  /** Those that stay, and new uploads. */
  ids: readonly string[]
  fixed: boolean
  error: string | undefined
  onChange: (ids: string[]) => void
}

/** The files that go along whenever it is used. */
export function KeptFiles({ kept, ids, fixed, error, onChange }: Props): ReactNode {
  const { t } = useMacroWords()
  const files = useUploads()
  const picker = useRef<HTMLInputElement>(null)
  const staying = kept.filter(({ id }) => ids.includes(id))
  const next = [...staying.map(({ id }) => id), ...files.ids]
  const tell = useRef(onChange)
  tell.current = onChange
  const said = JSON.stringify(next)
  const is = JSON.stringify(ids)
  // Uploads come when they come; the form hears of each.
  useEffect(() => {
    if (said !== is) tell.current(JSON.parse(said) as string[])
  }, [said, is])
  if (fixed && kept.length === 0) return null
  return (
    <section aria-label={t('files')}>
      <ul className={style.files}>
        {staying.map(file => (
          <li key={file.id} className={style.file}>
            <Icon name="file" size={14} />
            <span>{file.name}</span>
            <span className={style.quiet}>{sizeText(file.size)}</span>
            {!fixed && (
              <IconButton
                icon="close"
                size={12}
                label={t('removeFile', { name: file.name })}
                onClick={() => onChange(next.filter(id => id !== file.id))}
              />
            )}
          </li>
        ))}
      </ul>
      <Uploads uploads={files.uploads} remove={files.remove} />
      {error && (
        <p className={style.wrong} role="alert">
          {error}
        </p>
      )}
      {!fixed && (
        <Button size="small" icon={<Icon name="clip" size={14} />} onClick={() => picker.current?.click()}>
          {t('addFile')}
        </Button>
      )}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('addFile')}
        onChange={event => {
          files.add(event.target.files ?? [])
          event.target.value = ''
        }}
      />
    </section>
  )
}
