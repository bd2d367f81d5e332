import { type SmsProviderName, wordIn } from '@baton/contract'
import { useWords } from '../words/index.ts'

/** What a provider is called. */
export function useProviderWord(): (provider: SmsProviderName) => string {
  const { i18n } = useWords()
  return provider => wordIn(i18n.language, 'smsProvider', provider) ?? provider
}
