import { type FieldKind, wordIn } from '@baton/contract'
import { Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { useWords } from '../words/index.ts'
import style from './KindChooser.module.css'
import { kindGroups, kindIcons } from './kinds.ts'

/** What kind a new field is of: a sign, a name, and what it is for. It stays of that kind. */
export function KindChooser({ onChoose }: { onChoose: (kind: FieldKind) => void }): ReactNode {
  const { t, i18n } = useWords()
  return kindGroups.map(group => (
    <section key={group.key} aria-label={t(`fields.group.${group.key}`)}>
      <h3 className={style.title}>{t(`fields.group.${group.key}`)}</h3>
      <div className={style.grid}>
        {group.kinds.map(kind => (
          <button key={kind} type="button" className={style.kind} onClick={() => onChoose(kind)}>
            <Icon name={kindIcons[kind]} size={18} className={style.icon} />
            <span className={style.words}>
              <span className={style.name}>{wordIn(i18n.language, 'fieldKind', kind)}</span>
              <span className={style.under}>{t(`fields.kindFor.${kind}`)}</span>
            </span>
          </button>
        ))}
      </div>
    </section>
  ))
}
