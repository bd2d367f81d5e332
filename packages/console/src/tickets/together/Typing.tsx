import type { ReactNode } from 'react'
import type { Viewer } from '../../live/together.ts'
import { useWords } from '../../words/Speaking.tsx'
import style from './Typing.module.css'

const kinds = ['reply', 'note', 'progress'] as const
type Kind = (typeof kinds)[number]

/** Who is writing what to the same ticket, so that no two answers cross. */
export function Typing({ people }: { people: readonly Viewer[] }): ReactNode {
  const { t } = useWords()
  const said = kinds.flatMap(kind => {
    const names = people.filter(({ doing }) => doing === kind).map(({ name }) => name)
    return names.length > 0 ? [t(`together.typing.${kind satisfies Kind}`, { names: names.join('、') })] : []
  })
  return (
    <p className={style.typing} role="status">
      {said.length > 0 && (
        <>
          <span className={style.dots} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {said.join(t('together.and'))}
        </>
      )}
    </p>
  )
}
