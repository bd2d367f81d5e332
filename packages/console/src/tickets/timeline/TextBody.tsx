import { Fragment, type ReactNode, useState } from 'react'
import { useWords } from '../../words/Speaking.tsx'
import { splitQuoted } from './quoted.ts'
import style from './TextBody.module.css'

/** Plain text as it was written; addresses become links, what was quoted is folded. */
export function TextBody({ text }: { text: string }): ReactNode {
  const { t } = useWords()
  const [unfolded, unfold] = useState(false)
  const { said, quoted } = splitQuoted(text)
  return (
    <div className={style.text}>
      {linked(said)}
      {quoted && (
        <>
          <button
            type="button"
            className={style.fold}
            aria-expanded={unfolded}
            aria-label={t('message.quoted')}
            onClick={() => unfold(!unfolded)}
          >
            ···
          </button>
          {unfolded && <div className={style.quoted}>{linked(quoted)}</div>}
        </>
      )}
    </div>
  )
}

/** An address ends before a space, a bracket and the punctuation of either language. */
const address =
  /(https?:\/\/[^\s<>"'()\u3001\u3002\uff00-\uff0f\uff1a-\uff20]*[^\s<>"'()\u3001\u3002\uff00-\uff0f\uff1a-\uff20.,;:!?])/g

function linked(text: string): ReactNode {
  return text.split(address).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other identity
      <a key={index} href={part} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other identity
      <Fragment key={index}>{part}</Fragment>
    ),
  )
}
