import { type ReactNode, useMemo } from 'react'
import style from './ClocksSheet.module.css'
import { Picture } from './Picture.tsx'
import { type ExplainedClock, pictureOf } from './picture.ts'
import { Stretches } from './Stretches.tsx'
import { useAhead } from './useAhead.ts'

/** How a clock came to stand where it does: one picture, and under it the same in words. */
export function Explanation({ clock }: { clock: ExplainedClock }): ReactNode {
  const ahead = useAhead(clock)
  const picture = useMemo(() => pictureOf(clock, ahead?.parts ?? []), [clock, ahead])
  return (
    <div className={style.why}>
      {picture.to > picture.from && <Picture clock={clock} picture={picture} />}
      <Stretches clock={clock} ahead={ahead} />
    </div>
  )
}
