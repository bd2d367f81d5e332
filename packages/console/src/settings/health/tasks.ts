import { useWords } from '../words/index.ts'

/** What a task is called; one without a word of its own by its name in the code. */
export function useTaskNames(): (name: string) => string {
  const { t } = useWords()
  return name => (Object.hasOwn(tasks, name) ? t(tasks[name as keyof typeof tasks]) : name)
}

const tasks = {
  'email.write': 'health.task.mail',
  'sms.write': 'health.task.texts',
  'sms.intake': 'health.task.textsIn',
  'sms.tickets': 'health.task.textsPlaced',
  'sms.tests': 'health.task.textTests',
  'robots.tests': 'health.task.robotTests',
  'portal.texts': 'health.task.codes',
  pooling: 'health.task.pooling',
  clocks: 'health.task.clocks',
  ladders: 'health.task.ladders',
  dispatch: 'health.task.dispatch',
  notifications: 'health.task.notifications',
  surveying: 'health.task.surveying',
  'surveying.byText': 'health.task.ratedByText',
  search: 'health.task.search',
  figures: 'health.task.figures',
  'fields.indexes': 'health.task.indexes',
  jobs: 'health.task.jobs',
  'deliveries.retried': 'health.task.retried',
} as const
