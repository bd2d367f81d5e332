/** The names of statistics, apart from their shapes: the web needs them without what checks shapes. */

/** What is counted: one fact a happening. */
export const factKinds = [
  'created',
  'assigned',
  'responded',
  'solved',
  'closed',
  'cancelled',
  'forceEnded',
  'reopened',
  'followedUp',
  'transferred',
  'returned',
  'urged',
  'kept',
  'breached',
  'warned',
  'extended',
  'asked',
  'rated',
] as const
export type FactKind = (typeof factKinds)[number]

/** Those about a promise of time: their word is its target, and they know its policy. */
export const promiseKinds = ['kept', 'breached', 'warned', 'extended'] as const satisfies readonly FactKind[]

/** Every number that is shown, by the name under which `figures.facts` opens what it counted. */
export const figureNames = [
  'created',
  'solved',
  'closed',
  'ended',
  'backlog',
  'firstResponse',
  'handling',
  'kept',
  'breached',
  'overdue',
  'warned',
  'extended',
  'extendedTickets',
  'assigned',
  'manual',
  'claimed',
  'automatic',
  'rated',
  'satisfied',
  'dissatisfied',
  'asked',
  'reopened',
  'reopenedTickets',
  'followedUp',
  'transferred',
  'returned',
  'urged',
  'urgedTickets',
] as const
export type FigureName = (typeof figureNames)[number]

/** What figures are told apart by. By policy only what is promised. */
export const figureDimensions = [
  'department',
  'person',
  'category',
  'channel',
  'requestType',
  'urgency',
  'policy',
  'customer',
] as const
export type FigureDimension = (typeof figureDimensions)[number]
/** By a field of the desk's own that is reported: of a cascade by the ticket's own branch, of several choices by each. */
export type OwnDimension = `fields.${string}`
export type FigureBy = FigureDimension | OwnDimension

/** Of customers only so many are told apart: those with the most tickets created. */
export const mostCustomers = 200

export const figureUnits = ['day', 'week', 'month', 'year'] as const
export type FigureUnit = (typeof figureUnits)[number]
