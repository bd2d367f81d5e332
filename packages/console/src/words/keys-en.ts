/** The sheet of keyboard shortcuts. */
export const keysEn = {
  title: 'Keyboard shortcuts',
  anywhere: 'Anywhere',
  list: 'List',
  ticket: 'Ticket',
  next: 'Next',
  previous: 'Previous',
  open: 'Open',
  back: 'Back to the list',
  choose: 'Select',
  chooseOn: 'Select on',
  single: 'Single-key shortcuts',
} as const
