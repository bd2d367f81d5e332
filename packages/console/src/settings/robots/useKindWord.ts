import { type RobotKindName, wordIn } from '@baton/contract'
import { useWords } from '../words/index.ts'

/** What a platform is called. */
export function useKindWord(): (kind: RobotKindName) => string {
  const { i18n } = useWords()
  return kind => wordIn(i18n.language, 'robotKind', kind) ?? kind
}
