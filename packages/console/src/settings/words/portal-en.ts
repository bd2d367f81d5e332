import type { Same } from '../../words/rooms.ts'
import type { portalZhCN } from './portal-zh-CN.ts'

/** The words of the customer portal and of ratings. */
export const portalEn: Same<typeof portalZhCN> = {
  following: 'Following',
  survey: 'Rating',
  open: 'Open the portal',
  followEnabledEffect: {
    on: 'By number and code, or by a link in our mails, customers see how far it is, add to it and urge.',
    off: 'Customers cannot follow their tickets, and mails carry no link.',
  },
  linkDaysEffect: 'Links in mails lead to {{address}} and work for so long; each ticket can revoke its own',
  moment: { solved: 'When solved', closed: 'When closed', off: 'Never' },
  surveyMomentEffect: {
    solved: 'Customers are asked when their ticket is solved, once for each resolution',
    closed: 'Customers are asked when their ticket is closed, once for each resolution',
    off: 'Customers are not asked',
  },
  noScore: 'None',
  upTo: '{{score}} or less',
  badScoreEffect: {
    never: 'No rating changes the state of its ticket',
    upTo: 'A bad rating has the ticket followed up, stops the automatic close, and tells the managers',
  },
  surveyDaysEffect: 'Afterwards the link of a survey does not work any more',
}
