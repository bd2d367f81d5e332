import type { HelpTexts } from './pages.ts'
import { textsEn } from './texts-en.ts'
import { textsZhCN } from './texts-zh-CN.ts'
import { useWords } from './words/index.ts'

/** The pages in the reader's language. */
export function useTexts(): HelpTexts {
  const { i18n } = useWords()
  return i18n.language.startsWith('zh') ? textsZhCN : textsEn
}
