import { type CardLead, durationText } from '@baton/contract'
import { useWords } from '../words/index.ts'

/** When the yellow card falls, in a few words: `提前 30 分钟亮黄牌`. */
export function useLeadText(): (lead: CardLead | null) => string {
  const { t, i18n } = useWords()
  return lead => {
    if (lead === null) return t('policies.lead.never')
    return 'share' in lead
      ? t('policies.lead.withLeft', { share: lead.share })
      : t('policies.lead.ahead', { length: durationText(i18n.language, lead.seconds) })
  }
}
