import { Icon } from '@baton/ui'
import { Fragment, type ReactNode } from 'react'
import { fileUrl, isPicture, isRecording, sizeText } from '../../session/files.ts'
import { useWords } from '../../words/Speaking.tsx'
import style from './Attachments.module.css'
import type { Message } from './useTimeline.ts'
import type { ViewedPicture } from './Viewer.tsx'

type Files = Message['attachments']

/** Pictures as pictures, recordings to listen to, everything as a line to fetch. */
export function Attachments({ files, view }: { files: Files; view: (picture: ViewedPicture) => void }): ReactNode {
  const { t } = useWords()
  const shown = files.filter(file => !file.inline)
  const pictures = shown.filter(isPicture)
  const others = shown.filter(file => !isPicture(file))
  if (shown.length === 0) return null
  return (
    <div className={style.files}>
      {pictures.length > 0 && (
        <div className={style.pictures}>
          {pictures.map((file, at) => (
            <button
              key={file.id}
              type="button"
              className={style.picture}
              aria-label={t('message.viewPicture', { name: file.name })}
              onClick={() => view({ files: pictures, at })}
            >
              <img src={fileUrl(file.id)} alt={file.name} loading="lazy" decoding="async" />
            </button>
          ))}
        </div>
      )}
      {others.map(file => (
        <Fragment key={file.id}>
          <a className={style.file} href={fileUrl(file.id)} download={file.name}>
            <Icon name="file" />
            <span className={style.name}>{file.name}</span>
            <span className={style.size}>{sizeText(file.size)}</span>
            <Icon name="download" size={14} />
          </a>
          {isRecording(file) && (
            // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said on the phone
            <audio className={style.recording} controls preload="none" src={fileUrl(file.id)} aria-label={file.name} />
          )}
        </Fragment>
      ))}
    </div>
  )
}
