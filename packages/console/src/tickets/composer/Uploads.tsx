import { Icon, IconButton } from '@baton/ui'
import type { ReactNode } from 'react'
import { sizeText } from '../../session/files.ts'
import { useWords } from '../../words/Speaking.tsx'
import style from './Uploads.module.css'
import type { Upload } from './upload.ts'

/** What will go along: each file with how far it is, why it failed, and the way to leave it out. */
export function Uploads({ uploads, remove }: { uploads: readonly Upload[]; remove: (key: string) => void }): ReactNode {
  const { t } = useWords()
  if (uploads.length === 0) return null
  return (
    <ul className={style.list} aria-label={t('composer.files')}>
      {uploads.map(upload => (
        <li key={upload.key} className={style.file} data-wrong={upload.problem ? '' : undefined}>
          <Icon name={upload.problem ? 'warning' : 'file'} size={14} />
          <span className={style.name}>{upload.name}</span>
          <span className={style.size}>
            {upload.problem ?? (upload.file ? sizeText(upload.size) : `${Math.round(upload.done * 100)}%`)}
          </span>
          <IconButton
            icon="close"
            size={12}
            label={t('composer.removeFile', { name: upload.name })}
            onClick={() => remove(upload.key)}
          />
          {!upload.file && !upload.problem && <span className={style.bar} style={{ width: `${upload.done * 100}%` }} />}
        </li>
      ))}
    </ul>
  )
}
