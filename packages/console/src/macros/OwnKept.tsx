import { namedText } from '@baton/contract'
import { Icon } from '@baton/ui'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Part } from '../forms/Part.tsx'
import { Sheet } from '../forms/Sheet.tsx'
import { Asked } from '../lists/Asked.tsx'
import { useAll } from '../lists/useAll.ts'
import { useOwnFieldName } from '../steps/placeholders/useOwnFieldName.ts'
import { Macro, NewMacro } from './MacroSheet.tsx'
import style from './OwnKept.module.css'
import { NewReply, Reply } from './ReplySheet.tsx'
import { useDeedsText } from './useDeedsText.ts'
import { useMacroWords } from './words/index.ts'

type Shown = { kind: 'macro' | 'reply'; id: string | 'new' }

/** One's own canned replies and macros, for whoever does not come to the settings. */
export function OwnKept({ onClose }: { onClose: () => void }): ReactNode {
  const ownName = useOwnFieldName()
  const { t, i18n } = useMacroWords()
  const deedsText = useDeedsText()
  const replies = useAll('cannedReply.list', { mine: true, archived: true })
  const macros = useAll('macro.list', { archived: true })
  const [shown, show] = useState<Shown>()
  const close = () => show(undefined)
  return (
    <>
      <Sheet title={t('mine')} under={t('mineUnder')} onClose={onClose}>
        <Own
          title={t('cannedReply')}
          add={t('addReply')}
          none={t('noRepliesHint')}
          query={replies}
          under={({ body }) => namedText(body, i18n.language, ownName)}
          onShow={id => show({ kind: 'reply', id })}
        />
        <Own
          title={t('macro')}
          add={t('addMacro')}
          none={t('noMacrosHint')}
          query={macros}
          under={({ steps }) => deedsText(steps)}
          onShow={id => show({ kind: 'macro', id })}
        />
      </Sheet>
      {shown?.kind === 'reply' &&
        (shown.id === 'new' ? (
          <NewReply onClose={close} />
        ) : (
          <Reply key={shown.id} reply={replies.data?.find(({ id }) => id === shown.id)} onClose={close} />
        ))}
      {shown?.kind === 'macro' &&
        (shown.id === 'new' ? (
          <NewMacro onClose={close} />
        ) : (
          <Macro key={shown.id} macro={macros.data?.find(({ id }) => id === shown.id)} onClose={close} />
        ))}
    </>
  )
}

interface Kept {
  id: string
  name: string
  own: boolean
  archived: boolean
}

interface OwnProps<T extends Kept> {
  title: string
  add: string
  none: string
  query: ReturnType<typeof useAll> & { data: T[] | undefined }
  under: (kept: T) => string
  onShow: (id: string) => void
}

function Own<T extends Kept>({ title, add, none, query, under, onShow }: OwnProps<T>): ReactNode {
  const { t } = useMacroWords()
  return (
    <Part
      title={title}
      end={
        <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => onShow('new')}>
          {add}
        </Button>
      }
    >
      <Asked query={query as never} rows={2}>
        {(all: T[]) => {
          const own = all.filter(kept => kept.own)
          if (own.length === 0) return <p className={style.none}>{none}</p>
          return (
            <ul className={style.list}>
              {own.map(kept => (
                <li key={kept.id}>
                  <button type="button" className={style.line} onClick={() => onShow(kept.id)}>
                    <span className="cut">
                      {kept.name}
                      {kept.archived && ` · ${t('archived')}`}
                    </span>
                    <span className={style.under}>{under(kept)}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }}
      </Asked>
    </Part>
  )
}
