import { IconButton, Wrong } from '@baton/ui'
import { Button, Drawer } from 'antd'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { useKeys } from '../frame/keys.tsx'
import { useLeaving } from './leaving.tsx'
import style from './Sheet.module.css'
import { useFormWords } from './words/index.ts'

interface Props {
  title: string
  /** What stands beside the title: a state, a number. */
  mark?: ReactNode
  /** One sentence on what this is for. */
  under?: ReactNode
  wide?: boolean
  /** Over the whole window, for what is designed rather than filled in. */
  full?: boolean
  /** What stands beside the form where there is room, beneath it where there is none: what the values would mean. */
  aside?: ReactNode
  onClose: () => void
  /** Whether closing would lose something. */
  dirty?: boolean
  /** Absent on sheets that only show, or that change by their own buttons. */
  submit?: { label: string; busy: boolean; disabled?: boolean; run: () => void } | undefined
  problem?: string | undefined
  /** What stands at the left of the foot: who changed it last. */
  foot?: ReactNode
  /** What stands at the right of the foot where nothing is sent. */
  actions?: ReactNode
  children: ReactNode
}

/** A sheet at the side, for creating and changing one thing: Enter saves, Escape closes, and nothing is lost unasked. */
export function Sheet(props: Props): ReactNode {
  const {
    title,
    mark,
    under,
    wide,
    full,
    aside,
    onClose,
    dirty = false,
    submit,
    problem,
    foot,
    actions,
    children,
  } = props
  const { t } = useFormWords()
  const { close, question } = useLeaving(dirty, onClose)
  const send = () => {
    if (submit && !submit.busy && !submit.disabled) submit.run()
  }
  useKeys({ 'mod+enter': send, 'mod+s': send }, { covers: true })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <Drawer
      open
      placement="right"
      size={full ? '100%' : aside ? 1160 : wide ? 760 : 480}
      closable={false}
      title={null}
      aria-label={title}
      onClose={close}
      classNames={{ wrapper: style.wrapper ?? '' }}
      styles={{ body: { padding: 0, overflow: 'hidden' }, mask: { background: 'var(--scrim)' } }}
    >
      <form className={style.sheet} onSubmit={onSubmit} noValidate>
        <header className={style.head}>
          <div className={style.headline}>
            <h2 className={style.title}>{title}</h2>
            {mark}
          </div>
          <IconButton icon="close" label={t('close')} keys="esc" onClick={close} />
          {under && <p className={style.under}>{under}</p>}
        </header>
        {aside ? (
          <div className={style.split}>
            <div className={style.body}>{children}</div>
            <aside className={style.aside} onKeyDown={stay}>
              {aside}
            </aside>
          </div>
        ) : (
          <div className={style.body}>{children}</div>
        )}
        {problem && (
          <div className={style.problem}>
            <Wrong>{problem}</Wrong>
          </div>
        )}
        {question ? (
          <footer className={style.foot}>{question}</footer>
        ) : (
          (submit || foot || actions) && (
            <footer className={style.foot}>
              <div className={style.footWords}>{foot}</div>
              {actions}
              {submit && (
                <>
                  <Button onClick={close}>{t('cancel')}</Button>
                  <Button type="primary" htmlType="submit" loading={submit.busy} disabled={submit.disabled === true}>
                    {submit.label}
                  </Button>
                </>
              )}
            </footer>
          )
        )}
      </form>
    </Drawer>
  )
}

/** What is only tried out beside a form does not send it. */
function stay(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !event.ctrlKey && !event.metaKey)
    event.preventDefault()
}
