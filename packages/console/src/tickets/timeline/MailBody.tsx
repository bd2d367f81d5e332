import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../../words/Speaking.tsx'
import style from './MailBody.module.css'
import type { Cleaned } from './mail.ts'
import { TextBody } from './TextBody.tsx'

interface Props {
  id: string
  html: string
  text: string
}

/** Heights that were measured once, so that a mail seen before takes its room at once. */
const measured = new Map<string, number>()

/**
 * A mail as it was laid out: cleaned again here, then shown in a frame in which no script runs and from which, until
 * it is asked for, nothing is fetched.
 */
export function MailBody({ id, html, text }: Props): ReactNode {
  const { t } = useWords()
  const [pictures, show] = useState(false)
  const [cleaned, setCleaned] = useState<Cleaned>()
  useEffect(() => {
    let wanted = true
    import('./mail.ts')
      .then(({ clean }) => wanted && setCleaned(clean(html, t('message.quoted'))))
      .catch(() => undefined) // the text stands there
    return () => {
      wanted = false
    }
  }, [html, t])
  if (!cleaned) return <TextBody text={text} />
  return (
    <>
      {cleaned.remote > 0 && !pictures && (
        <button type="button" className={style.pictures} onClick={() => show(true)}>
          {t('message.showPictures', { count: cleaned.remote })}
        </button>
      )}
      <Frame id={id} page={cleaned.page(pictures)} title={t('message.mail')} />
    </>
  )
}

function Frame({ id, page, title }: { id: string; page: string; title: string }): ReactNode {
  const [height, setHeight] = useState(measured.get(id) ?? 96)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const follow = (frame: HTMLIFrameElement) => {
    const body = frame.contentDocument?.body
    if (!body) return
    const measure = () => {
      const now = Math.ceil(body.getBoundingClientRect().height)
      measured.set(id, now)
      setHeight(now)
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(body)
    stop.current?.()
    stop.current = () => watch.disconnect()
  }
  return (
    <iframe
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={page}
      className={style.frame}
      style={{ height }}
      onLoad={event => follow(event.currentTarget)}
    />
  )
}
