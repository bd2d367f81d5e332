import { events, type FactKind, type FigureSet, type SlaTarget, slaTargets } from '@baton/contract'

/** So many facts of a kind that are alike in what sums tell apart. */
export interface Counted {
  kind: string
  word: string | null
  /** Whether they are the first of their kind on their tickets. */
  first: boolean
  /** Of a rating. */
  score: number | null
  n: number
}

/** How long facts of a kind took, in seconds of calendar time. */
export interface Spread {
  kind: string
  count: number
  median: number
  p90: number
  average: number
}

/** How many tickets there are behind facts of promises. */
export interface Tickets {
  missed: number
  /** Of which a promise was kept or missed. */
  measured: number
  extended: number
  /** Measured or extended. */
  concerned: number
  /** The same by target, in the targets' order. */
  missedOf: readonly number[]
  measuredOf: readonly number[]
}

/** Surveys are asked by events of their own where the desk has them; until then each solution stands for one. */
const tellsOfSurveys = Object.hasOwn(events, 'survey.sent')

/** The formulas of words.md, section 2. Pure. Each figure counts facts of the period; times are calendar time. */
export function figureSetOf(
  counted: readonly Counted[],
  spreads: readonly Spread[],
  tickets: Tickets | undefined,
  backlog: number,
  surveysTold = tellsOfSurveys,
): FigureSet {
  const sum = (kind: FactKind, holds: (row: Counted) => boolean = () => true) =>
    counted.reduce((n, row) => n + (row.kind === kind && holds(row) ? row.n : 0), 0)
  const first = (kind: FactKind) => sum(kind, row => row.first)
  const worded = (kind: FactKind, word: string) => sum(kind, row => row.word === word)
  const scores = [1, 2, 3, 4, 5].map(score => sum('rated', row => row.score === score))
  const answered = scores.reduce((n, each) => n + each, 0)
  const stars = scores.reduce((n, each, at) => n + each * (at + 1), 0)
  const overdueOf = (at: number) => ({ n: tickets?.missedOf[at] ?? 0, of: tickets?.measuredOf[at] ?? 0 })
  const promisesOf = (target: SlaTarget) => ({
    kept: worded('kept', target),
    breached: worded('breached', target),
    warned: worded('warned', target),
    extended: worded('extended', target),
    overdue: overdueOf(slaTargets.indexOf(target)),
  })
  return {
    created: sum('created'),
    solved: sum('solved'),
    closed: sum('closed'),
    ended: sum('cancelled') + sum('forceEnded'),
    backlog,
    firstResponse: spreadOf(spreads, 'responded'),
    handling: spreadOf(spreads, 'solved'),
    promises: {
      response: promisesOf('response'),
      nextResponse: promisesOf('nextResponse'),
      acknowledge: promisesOf('acknowledge'),
      resolution: promisesOf('resolution'),
      progress: promisesOf('progress'),
    },
    overdue: { n: tickets?.missed ?? 0, of: tickets?.measured ?? 0 },
    extended: { n: tickets?.extended ?? 0, of: tickets?.concerned ?? 0 },
    manual: { n: worded('assigned', 'manual'), of: sum('assigned') },
    claimed: worded('assigned', 'claim'),
    automatic: worded('assigned', 'auto'),
    satisfaction: {
      average: answered > 0 ? stars / answered : null,
      satisfied: { n: (scores[3] ?? 0) + (scores[4] ?? 0), of: answered },
      answered: { n: answered, of: sum(surveysTold ? 'asked' : 'solved') },
      scores,
    },
    reopened: { n: first('reopened'), of: first('solved') },
    reopenings: sum('reopened'),
    followedUp: sum('followedUp'),
    transferred: sum('transferred'),
    returned: sum('returned'),
    urged: { n: first('urged'), of: sum('created') },
    urges: sum('urged'),
  }
}

function spreadOf(spreads: readonly Spread[], kind: FactKind): FigureSet['firstResponse'] {
  const found = spreads.find(spread => spread.kind === kind)
  if (!found) return { count: 0, median: null, p90: null, average: null }
  const { count, median, p90, average } = found
  return { count, median, p90, average }
}
