import { module } from '../../kernel/module.ts'
import { read } from '../../kernel/read.ts'
import { gauges } from './gauges.ts'
import { healthRecord } from './record.ts'
import { replayParked } from './replay.ts'

/** Health: what an operator looks at when something seems slow or stuck, and the second try for what was set aside. */
export const health = module({
  name: 'health',
  verbs: { 'health.replay': replayParked },
  reads: { 'health.get': read('health.get', healthRecord) },
  presenters: { health: async reading => [await healthRecord(reading)] },
  gauges,
})
