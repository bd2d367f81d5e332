import { ownPrefix, quickPrefixes } from '@baton/contract'
import { Icon, Kbd } from '@baton/ui'
import type { ReactNode } from 'react'
import { wordOf } from '../fields/word.ts'
import style from './Syntax.module.css'
import { useOwnPrefixes } from './useOwnPrefixes.ts'
import { useWords } from './words/index.ts'

const ways = ['words', 'phrase', 'last', 'customer', 'status', 'assignee', 'category', 'channel', 'created'] as const

/** How to find: each example is one press away. */
export function Syntax({ onTry }: { onTry: (example: string) => void }): ReactNode {
  const { t, i18n } = useWords()
  const language = i18n.language === 'en' ? 'en' : 'zh-CN'
  const owns = useOwnFilters(language)
  return (
    <div className={style.syntax}>
      <Icon name="search" size={28} className={style.icon} />
      <h2 className={style.title}>{t('syntax.title')}</h2>
      <ul className={style.ways} aria-label={t('syntax.title')}>
        {ways.map(way => (
          <li key={way}>
            <button type="button" className={style.way} onClick={() => onTry(t(`syntax.${way}.example`))}>
              <code className={style.example}>{t(`syntax.${way}.example`)}</code>
              <span className={style.meaning}>{t(`syntax.${way}.meaning`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={style.more}>
        {t('syntax.more', {
          prefixes: Object.values(quickPrefixes)
            .map(names => `${names[language][0]}:`)
            .join(' '),
        })}
      </p>
      {owns.length > 0 && (
        <p className={style.more}>
          {t('syntax.own')}{' '}
          {owns.map(prefix => (
            <button key={prefix} type="button" className={style.own} onClick={() => onTry(`${prefix}:`)}>
              {prefix}:
            </button>
          ))}
        </p>
      )}
      <p className={style.keys}>
        <Kbd keys="/" /> {t('syntax.toField')} <Kbd keys="j" /> <Kbd keys="k" /> {t('syntax.walk')} <Kbd keys="enter" />{' '}
        {t('syntax.open')}
      </p>
    </div>
  )
}

const mostOwn = 12

/** By what the desk's own fields that are in use are asked about. */
function useOwnFilters(language: string): string[] {
  const { fields, own } = useOwnPrefixes()
  const used = fields.filter(({ archived }) => !archived)
  return used.flatMap(field => ownPrefix([wordOf(field, language), field.name], field.key, own) ?? []).slice(0, mostOwn)
}
