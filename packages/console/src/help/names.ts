import { verbKeys } from '../tickets/verbs.ts'
import { type HelpKey, helpKeys } from './pages.ts'

/** Where a name of a help text is looked up, so that a menu that is renamed is renamed here too. */
export type Found =
  | { is: 'word'; key: string }
  | { is: 'keys'; keys: string }
  | { is: 'settings'; page: string; key: string }
  | { is: 'help'; page: HelpKey }

/**
 * `{verb:ticket.claim}` a verb's word, `{keyOf:ticket.claim}` its key, `{key:mod k}` another key, `{place:todo}` a place of
 * the rail, `{settings:people}` a page of the settings with the way there, `{status:new}`, `{presence:ready}`,
 * `{word:new.title}` any word of the console, `{help:claim}` another page. Undefined: there is no such thing.
 */
export function found(of: string, name: string): Found | undefined {
  switch (of) {
    case 'verb':
    case 'place':
    case 'status':
    case 'presence':
    case 'urgency':
      return { is: 'word', key: `${of}.${name}` }
    case 'word':
      return { is: 'word', key: name }
    case 'settings':
      return { is: 'settings', page: name, key: `settings.${name}` }
    case 'key':
      return { is: 'keys', keys: name }
    case 'keyOf': {
      const keys = verbKeys[name as keyof typeof verbKeys]
      return keys ? { is: 'keys', keys } : undefined
    }
    case 'help': {
      const page = helpKeys.find(key => key === name)
      return page && { is: 'help', page }
    }
    default:
      return undefined
  }
}
