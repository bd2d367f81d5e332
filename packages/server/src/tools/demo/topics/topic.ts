/**
 * What a conversation is made of: three parts of what both say, each in variants. A subject goes with the opening of the
 * same place, an answer with our question of the same place, a result with the deed of the same place. Which of the three
 * parts go together besides is said by `fits`. Slots: {goods} {spec} {order} {courier} {waybill} {amount}
 * {date} {city} {days}, and {agent} and {call} (who answers, and how the customer is addressed).
 */
export interface Case {
  /**
   * Without it any opening goes with any question and any deed; `answers`: the deed follows from what the customer has
   * answered; `all`: the variants are matters of their own.
   */
  fits?: 'answers' | 'all'
  /** Of which goods it can be told, by a word of their names; of any without. */
  of?: readonly string[]
  subject: readonly string[]
  /** What the customer says first. */
  opening: readonly string[]
  /** Our first answer: mostly a question or a next step. */
  first: readonly string[]
  /** What the customer answers to that. */
  reply: readonly string[]
  /** What we did about it. */
  deed: readonly string[]
  /** Among ourselves. */
  note: readonly string[]
  result: readonly string[]
  /** Sometimes it lies in another department's scope. */
  passOn?: { to: Department; reason: readonly string[] }
}

export interface Topic {
  category: string
  requestType: 'inquiry' | 'complaint' | 'repair' | 'suggestion'
  /** How often, against the others. */
  weight: number
  /** How many in a hundred are urgent and critical. */
  urgent: number
  critical: number
  /** Nothing was bought yet: nobody is angry, and there is no order. */
  before?: true
  /** What {amount} is: a share of the price, all of it unless given. */
  share?: number
  cases: readonly Case[]
}

export type Department = '综合受理部' | '售后服务部' | '物流客服部' | '投诉处理部' | '财务结算部' | '产品技术部'
