import { Chip, Icon } from '@baton/ui'
import type { ReactNode } from 'react'
import { useWords } from '../../words/Speaking.tsx'
import type { Choice } from './choice.ts'
import style from './PickList.module.css'

interface Props {
  id: string
  choices: readonly Choice[]
  /** Whether there is anything to pick at all. */
  any: boolean
  active: number
  onPoint: (at: number) => void
  onPick: (choice: Choice) => void
  onManage: () => void
  /** Keeps what stands in the field; absent while nothing does. */
  onSave: (() => void) | undefined
}

/** The canned replies and macros that what was typed could mean, and beneath them the way to one's own. */
export function PickList({ id, choices, any, active, onPoint, onPick, onManage, onSave }: Props): ReactNode {
  const { t } = useWords()
  return (
    <div className={style.box}>
      {choices.length > 0 ? (
        <div id={id} role="listbox" aria-label={t('composer.canned')} className={style.list}>
          {choices.map((choice, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
            <div
              key={choice.id}
              role="option"
              aria-selected={at === active}
              className={style.option}
              ref={at === active ? element => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              onMouseMove={() => at !== active && onPoint(at)}
              onMouseDown={event => event.preventDefault()}
              onClick={() => onPick(choice)}
            >
              <Icon name={choice.kind === 'macro' ? 'bolt' : 'reply'} size={14} className={style.icon} />
              <span className={style.words}>
                <span className={style.name}>
                  <span className="cut">{choice.name}</span>
                  {choice.shortcut && <Chip>/{choice.shortcut}</Chip>}
                  {choice.kind === 'macro' && <Chip>{t('composer.macro')}</Chip>}
                </span>
                <span className={style.under}>{choice.under}</span>
              </span>
            </div>
          ))}
        </div>
      ) : (
        <p className={style.none}>{t(any ? 'composer.cannedNotFound' : 'composer.cannedNone')}</p>
      )}
      <div className={style.foot}>
        <button type="button" className={style.link} onMouseDown={stay} onClick={onManage}>
          {t('composer.cannedManage')}
        </button>
        {onSave && (
          <button type="button" className={style.link} onMouseDown={stay} onClick={onSave}>
            {t('composer.cannedSave')}
          </button>
        )}
      </div>
    </div>
  )
}

/** The field keeps the cursor, so that what was typed can be found again. */
const stay = (event: { preventDefault: () => void }) => event.preventDefault()
