import DOMPurify from 'dompurify'
import { type ReactNode, useMemo } from 'react'
import style from './fields.module.css'

/** Cleaned again here, whatever the server did. */
export function RichValue({ html }: { html: string }): ReactNode {
  const clean = useMemo(() => DOMPurify.sanitize(html, { USE_PROFILES: { html: true }, ADD_ATTR: ['target'] }), [html])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it has just been cleaned
  return <div className={style.richText} dangerouslySetInnerHTML={{ __html: clean }} />
}
