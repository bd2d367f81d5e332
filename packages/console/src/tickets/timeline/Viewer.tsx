import { IconButton } from '@baton/ui'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useKeys } from '../../frame/keys.tsx'
import { fileUrl } from '../../session/files.ts'
import { useWords } from '../../words/Speaking.tsx'
import type { Message } from './useTimeline.ts'
import style from './Viewer.module.css'

export interface ViewedPicture {
  files: Message['attachments']
  at: number
}

/** Pictures in full; arrows go from one to the next, Escape closes. */
export function Viewer({ picture, onClose }: { picture: ViewedPicture; onClose: () => void }): ReactNode {
  const { t } = useWords()
  const [at, setAt] = useState(picture.at)
  const dialog = useRef<HTMLDialogElement>(null)
  useKeys({}, { covers: true })
  useEffect(() => dialog.current?.showModal(), [])
  const file = picture.files[at]
  const turn = (step: number) => setAt((at + step + picture.files.length) % picture.files.length)
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') turn(1)
    if (event.key === 'ArrowLeft') turn(-1)
  }
  if (!file) return null
  return (
    <dialog ref={dialog} className={style.viewer} aria-label={file.name} onClose={onClose} onKeyDown={press}>
      <header className={style.head}>
        <span className={style.name}>
          {file.name}
          {picture.files.length > 1 && ` · ${at + 1}/${picture.files.length}`}
        </span>
        {picture.files.length > 1 && (
          <>
            <IconButton icon="left" label={t('word.previous')} onClick={() => turn(-1)} />
            <IconButton icon="right" label={t('word.next')} onClick={() => turn(1)} />
          </>
        )}
        <a className={style.download} href={fileUrl(file.id)} download={file.name}>
          {t('message.download')}
        </a>
        <IconButton icon="close" label={t('word.close')} onClick={() => dialog.current?.close()} />
      </header>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes too */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the picture closes */}
      <div className={style.stage} onClick={event => event.target === event.currentTarget && dialog.current?.close()}>
        <img src={fileUrl(file.id)} alt={file.name} />
      </div>
    </dialog>
  )
}
