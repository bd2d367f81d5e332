/** The words of working calendars and public holidays. */
export const calendarsEn = {
  verb: {
    'calendar.create': 'Add working calendars',
    'calendar.update': 'Change working calendars',
    'calendar.archive': 'Archive working calendars',
    'calendar.list': 'See working calendars',
    'calendar.reckon': 'Try out a due time',
    'holidays.set': 'Set public holidays',
    'holidays.load': 'Load public holidays',
    'holidays.get': 'See public holidays',
  },
  event: {
    'calendar.created': '{actor} added the working calendar {name}',
    'calendar.updated': '{actor} changed the working calendar {name}[: {changes}]',
    'calendar.archived': '{actor} archived the working calendar {name}',
    'holidays.changed': '{actor} set the public holidays of {year}: {holidays} days off, {makeUpDays} make-up days',
  },
  fieldName: {
    week: 'working hours',
    holidays: 'public holidays kept',
    days: 'special days',
  },
  problem: {
    'calendar.inUse': 'A policy still reckons by this calendar',
  },
  field: {
    'calendar.shut': 'At least one day of the week must have hours',
    'calendar.twice': 'Each date only once',
    'calendar.name': 'There is a working calendar of this name already',
    'holidays.year': 'Not a day of {year}: {date}',
    'holidays.ical': 'Not an iCalendar file that can be read',
    'holidays.none': 'No day of {year} stands in the file',
  },
} as const
