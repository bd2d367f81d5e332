import { module } from '../../kernel/module.ts'
import { askCode } from './ask-code.ts'
import { revokeLinks, revokeOfFormer } from './revoke.ts'
import { configurePortal, getPortalSettings, portalSettings, presentPortalSettings } from './settings.ts'

export { codeMinutes, issueCode, redeemCode } from './codes.ts'
export { addressOf, followPath, followPurpose, ratePath, surveyPurpose } from './links.ts'
export { phoneOf, type Way, wayTo } from './reach.ts'
export { portalSettings } from './settings.ts'

/** The customers' side: how it is arranged, and the links and codes by which customers come to their tickets. */
export const portalRoom = module({
  name: 'portal',
  verbs: { 'portalSettings.update': configurePortal, 'portal.askCode': askCode, 'ticket.revokeLinks': revokeLinks },
  reads: { 'portalSettings.get': getPortalSettings },
  presenters: { portalSettings: presentPortalSettings },
  configuration: [portalSettings],
  within: [{ name: 'portal.links', hears: ['ticket.updated'], react: revokeOfFormer }],
})
