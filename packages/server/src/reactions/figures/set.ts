import { events, type FigureSet } from '@baton/contract'

/** What the database sums; each count is one of facts. */
export interface Sums {
  created: number
  solved: number
  solved_first: number
  closed: number
  ended: number
  response: FigureSet['firstResponse']
  handling: FigureSet['handling']
  breached: number
  kept: number
  assigned: number
  manual: number
  claimed: number
  automatic: number
  asked: number
  /** How many gave 1 to 5. */
  scores: number[]
  reopenings: number
  reopened: number
  followed_up: number
  transferred: number
  returned: number
  urges: number
  urged: number
}

/** Surveys are asked by events of their own where the desk has them; until then each solution stands for one. */
const tellsOfSurveys = Object.hasOwn(events, 'survey.sent')

/** The formulas of words.md, section 2. Pure. All times are calendar time; each figure counts facts of the period. */
export function figureSetOf(sums: Sums | undefined, backlog: number, surveysTold = tellsOfSurveys): FigureSet {
  const s = sums ?? nothing
  const answered = s.scores.reduce((sum, n) => sum + n, 0)
  const stars = s.scores.reduce((sum, n, at) => sum + n * (at + 1), 0)
  return {
    created: s.created,
    solved: s.solved,
    closed: s.closed,
    ended: s.ended,
    backlog,
    firstResponse: s.response,
    handling: s.handling,
    overdue: { n: s.breached, of: s.breached + s.kept },
    manual: { n: s.manual, of: s.assigned },
    claimed: s.claimed,
    automatic: s.automatic,
    satisfaction: {
      average: answered > 0 ? stars / answered : null,
      satisfied: { n: (s.scores[3] ?? 0) + (s.scores[4] ?? 0), of: answered },
      answered: { n: answered, of: surveysTold ? s.asked : s.solved },
      scores: s.scores,
    },
    reopened: { n: s.reopened, of: s.solved_first },
    reopenings: s.reopenings,
    followedUp: s.followed_up,
    transferred: s.transferred,
    returned: s.returned,
    urged: { n: s.urged, of: s.created },
    urges: s.urges,
  }
}

const none = { count: 0, median: null, p90: null, average: null }
const nothing: Sums = {
  created: 0,
  solved: 0,
  solved_first: 0,
  closed: 0,
  ended: 0,
  response: none,
  handling: none,
  breached: 0,
  kept: 0,
  assigned: 0,
  manual: 0,
  claimed: 0,
  automatic: 0,
  asked: 0,
  scores: [0, 0, 0, 0, 0],
  reopenings: 0,
  reopened: 0,
  followed_up: 0,
  transferred: 0,
  returned: 0,
  urges: 0,
  urged: 0,
}
