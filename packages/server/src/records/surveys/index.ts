import { module } from '../../kernel/module.ts'
import { answerSurvey } from './answer.ts'
import { getSurvey, listSurveys, presentSurveys } from './read.ts'
import { sendSurvey } from './send.ts'

/** Surveys: how the customer liked it, asked once in each resolution cycle of a ticket. */
export const surveys = module({
  name: 'surveys',
  verbs: { 'survey.send': sendSurvey, 'survey.answer': answerSurvey },
  reads: { 'survey.get': getSurvey, 'survey.list': listSurveys },
  presenters: { survey: presentSurveys },
})
