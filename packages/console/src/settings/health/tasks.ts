import { useWords } from '../words/index.ts'

/** What a task is called; one without a word of its own by its name in the code. */
export function useTaskNames(): (name: string) => string {
  const { t } = useWords()
  return name => (Object.hasOwn(tasks, name) ? t(tasks[name as keyof typeof tasks]) : name)
}

const tasks = {
  'email.write': 'health.task.mail',
  pooling: 'health.task.pooling',
  'deliveries.retried': 'health.task.retried',
} as const
