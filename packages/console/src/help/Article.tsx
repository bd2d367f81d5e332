import { Icon, Kbd } from '@baton/ui'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { type Block, blocksOf, type Piece, piecesOf } from './blocks.ts'
import style from './Help.module.css'
import { found } from './names.ts'
import type { HelpText } from './pages.ts'
import { useTexts } from './useTexts.ts'
import { useWords } from './words/index.ts'

/** One help page. Its text is words and a few marks of our own, so there is nothing in it that could be markup. */
export function Article({ of: { title, text } }: { of: HelpText }): ReactNode {
  const { t } = useWords()
  return (
    <article className={style.article}>
      <Link to="/help/{-$page}" params={{ page: undefined }} className={style.back}>
        <Icon name="left" size={14} />
        {t('title')}
      </Link>
      <h1 className={style.title}>{title}</h1>
      {blocksOf(text).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes while it is read
        <BlockOf key={at} block={block} />
      ))}
    </article>
  )
}

function BlockOf({ block }: { block: Block }): ReactNode {
  if (block.block === 'heading') {
    return (
      <h2 className={style.heading}>
        <Line text={block.text} />
      </h2>
    )
  }
  if (block.block === 'paragraph') {
    return (
      <p>
        <Line text={block.text} />
      </p>
    )
  }
  const List = block.block === 'steps' ? 'ol' : 'ul'
  return (
    <List className={block.block === 'steps' ? style.steps : style.points}>
      {block.items.map(item => (
        <li key={item}>
          <Line text={item} />
        </li>
      ))}
    </List>
  )
}

function Line({ text }: { text: string }): ReactNode {
  return piecesOf(text).map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes while it is read
    <Fragment key={at}>
      <PieceOf piece={piece} />
    </Fragment>
  ))
}

function PieceOf({ piece }: { piece: Piece }): ReactNode {
  const { t } = useSharedWords()
  const texts = useTexts()
  if ('text' in piece) return piece.text
  if ('strong' in piece) {
    return (
      <strong>
        <Line text={piece.strong} />
      </strong>
    )
  }
  const name = found(piece.of, piece.name)
  if (!name) return null
  switch (name.is) {
    case 'keys':
      return <Kbd keys={name.keys} />
    case 'word':
      return t(name.key as 'place.todo')
    case 'settings':
      return (
        <Link to="/settings/{-$page}/{-$id}" params={{ page: name.page, id: undefined }}>
          {t(name.key as 'settings.desk')}
        </Link>
      )
    case 'help':
      return (
        <Link to="/help/{-$page}" params={{ page: name.page }}>
          {texts[name.page].title}
        </Link>
      )
  }
}
