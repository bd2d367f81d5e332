import { useWords as useSharedWords } from '../words/Speaking.tsx'
import { piecesOf } from './blocks.ts'
import { found } from './names.ts'
import { useTexts } from './useTexts.ts'

/** A text as it is read, its names looked up: what the search looks through. */
export function useSpoken(): (text: string) => string {
  const { t } = useSharedWords()
  const texts = useTexts()
  const spoken = (text: string): string =>
    piecesOf(text)
      .map(piece => {
        if ('text' in piece) return piece.text
        if ('strong' in piece) return spoken(piece.strong)
        const name = found(piece.of, piece.name)
        if (!name) return ''
        if (name.is === 'keys') return name.keys
        return name.is === 'help' ? texts[name.page].title : t(name.key as 'place.todo')
      })
      .join('')
  return spoken
}
