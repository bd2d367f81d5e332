import { type FigureName, figureNames } from '@baton/contract'
import type { ReactNode } from 'react'
import { NotHere } from '../frame/pages.tsx'
import { useTitle } from '../frame/title.ts'
import { useMe } from '../session/me.ts'
import { useAsked } from './asked.tsx'
import { Opened } from './Opened.tsx'
import { Overview } from './Overview.tsx'
import { useWords } from './words/index.ts'

/** Statistics: figures first, then pictures, and behind each number what it counted. */
export function Figures(): ReactNode {
  const { t } = useWords()
  const me = useMe()
  const { figure } = useAsked()
  useTitle(t('title'))
  if (figure === undefined) return me.may('figures.summary') ? <Overview /> : <NotHere />
  const isKnown = (figureNames as readonly string[]).includes(figure) && me.may('figures.facts')
  return isKnown ? <Opened key={figure} figure={figure as FigureName} /> : <NotHere />
}
