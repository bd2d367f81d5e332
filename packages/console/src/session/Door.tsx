import { type ReactNode, useEffect } from 'react'
import { Brand } from '../frame/Brand.tsx'
import { useLook } from '../frame/look.tsx'
import type { Locale } from '../words/index.ts'
import { useWords } from '../words/Speaking.tsx'
import style from './door.module.css'

/** The card on which one signs in, sets a first password or sets up the desk. */
export function Door({
  title,
  under,
  children,
}: {
  title: string
  under?: string | undefined
  children: ReactNode
}): ReactNode {
  const { t } = useWords()
  const { locale, like } = useLook()
  useEffect(() => {
    document.title = title
  }, [title])
  const languages: [Locale, string][] = [
    ['zh-CN', '中文'],
    ['en', 'English'],
  ]
  return (
    <main className={style.door}>
      <div className={style.card}>
        <div className={style.head}>
          <Brand size={36} />
          <div>
            <h1 className={style.title}>{title}</h1>
            {under && <p className={style.under}>{under}</p>}
          </div>
        </div>
        {children}
      </div>
      <fieldset className={style.foot} aria-label={t('frame.language')} style={{ border: 0 }}>
        {languages.map(([key, word]) => (
          <button
            key={key}
            type="button"
            lang={key}
            aria-pressed={locale === key}
            onClick={() => like({ locale: key })}
          >
            {word}
          </button>
        ))}
      </fieldset>
    </main>
  )
}
