import { clocksEn } from './clocks-en.ts'
import type { notificationLabelsZhCN, notificationsZhCN } from './notifications-zh-CN.ts'

type Same<T> = { [S in keyof T]: { [K in keyof T[S]]: string } }

export const notificationsEn: Same<typeof notificationsZhCN> = {
  notification: {
    assigned: '{actor} gave it to you[: {reason}]',
    'assigned.auto': 'A ticket is dispatched to you[: {reason}]',
    'assigned.opened': '{actor} opened it for you',
    'assigned.transferred': '{actor} handed it over to you[: {reason}]',
    'assigned.returned': '{actor} returned it to you[: {reason}]',
    'assigned.followedUp': '{actor} asks you to follow up[: {reason}]',
    pool: 'A new ticket waits in {departmentId}',
    'pool.many': '{count} new tickets wait in {departmentId}',
    'pool.undispatched': 'Nobody free was found in {departmentId}; it waits to be claimed',
    answered: 'The customer wrote again',
    'answered.many': 'The customer wrote {count} times',
    mentioned: '{actor} mentioned you in a note',
    urged: '{actor} urges, time {times}[: {note}]',
    reopened: '{actor} reopened it[: {reason}]',
    'reopened.answered': 'The customer wrote again, so it is open again',
    'reopened.followedUp': '{actor} marked it for follow-up[: {reason}]',
    ...clocksEn.notification,
    rated: 'The customer gave {score}',
    'rated.commented': 'The customer gave {score}, with a comment',
    undelivered: 'A reply to the customer was not delivered[: {error}]',
    trouble: 'Something could not be sent[: {error}]',
    'trouble.many': '{count} things could not be sent',
    'trouble.parked': 'An event could not be handled and is parked',
    test: 'This is a test notification',
  },
  notificationKind: {
    assigned: 'A ticket is given to me',
    pool: 'A new ticket waits in my department',
    answered: 'The customer answers on my ticket',
    mentioned: 'I am mentioned in a note',
    urged: 'Somebody urges',
    reopened: 'Reopened or to follow up',
    near: 'Due soon',
    breached: 'Overdue',
    ...clocksEn.notificationKind,
    rated: 'A bad rating',
    undelivered: 'A reply was not delivered',
    trouble: 'Trouble in the system',
    test: 'Test notification',
  },
  notificationWay: { inApp: 'Centre', popup: 'Pop-up', push: 'Browser push', mail: 'Mail', sms: 'Text message' },
  notice: {
    one: '{text}',
    many: '{count} notifications',
    greeting: 'Hello {name},',
    open: 'Open the ticket: {link}',
    foot: 'This mail was sent automatically; please do not answer it. Change what you get under “Me · Notifications”.',
  },
}

export const notificationLabelsEn: { [K in keyof typeof notificationLabelsZhCN]: string } = {
  'notification.read': 'Mark notifications as read',
  'notification.updatePreferences': 'Change own notifications',
  'notification.updateDefaults': 'Change default notifications',
  'notification.test': 'Send a test notification',
  'notification.subscribe': 'Switch on browser push',
  'notification.unsubscribe': 'Switch off browser push',
  'notification.list': 'See notifications',
  'notification.count': 'See the number of unread notifications',
  'notification.preferences': 'See own notification settings',
  'notification.defaults': 'See default notification settings',
}
