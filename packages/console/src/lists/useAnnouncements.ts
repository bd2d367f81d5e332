import type { Announcements, ScreenReaderInstructions, UniqueIdentifier } from '@dnd-kit/core'
import { useMemo, useRef } from 'react'
import { useFormWords } from '../forms/words/index.ts'

interface Said {
  announcements: Announcements
  screenReaderInstructions: ScreenReaderInstructions
}

/** What a screen reader says while something is moved. */
export function useAnnouncements(
  nameOf: (id: UniqueIdentifier) => string,
  placeOf: (id: UniqueIdentifier) => number,
): Said {
  const { t } = useFormWords()
  const latest = useRef({ nameOf, placeOf })
  latest.current = { nameOf, placeOf }
  return useMemo(() => {
    const place = (id: UniqueIdentifier) => latest.current.placeOf(id) + 1
    const name = (id: UniqueIdentifier) => latest.current.nameOf(id)
    return {
      screenReaderInstructions: { draggable: t('moving.how') },
      announcements: {
        onDragStart: ({ active }) => t('moving.begun', { name: name(active.id) }),
        onDragOver: ({ active, over }) =>
          over ? t('moving.over', { name: name(active.id), place: place(over.id) }) : undefined,
        onDragEnd: ({ active, over }) =>
          over
            ? t('moving.done', { name: name(active.id), place: place(over.id) })
            : t('moving.left', { name: name(active.id) }),
        onDragCancel: ({ active }) => t('moving.left', { name: name(active.id) }),
      },
    }
  }, [t])
}
