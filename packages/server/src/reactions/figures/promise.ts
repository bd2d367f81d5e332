import type { Life, Told } from './life.ts'
import { type Happening, holderOf, secondsOf, textOf } from './payload.ts'

/**
 * What promises of time make. Each is measured once: one that was missed is so at its due time, and done late it is not
 * counted again; one that was dropped before it was due is not measured.
 */
export function* promiseFacts(life: Life, { type, at, payload }: Happening): Iterable<Told> {
  const promise = { word: textOf(payload.clock) ?? 'response', dimensions: promisedTo(life, payload) }
  if (type === 'clock.met' && payload.late !== true)
    yield { kind: 'kept', value: secondsOf(payload.usedSeconds), ...promise }
  if (type === 'clock.breached') yield { kind: 'breached', at: dueOf(payload) ?? at, ...promise }
  if (type === 'clock.warned') yield { kind: 'warned', ...promise }
  if (type === 'ticket.extensionGranted') yield { kind: 'extended', value: secondsOf(payload.seconds), ...promise }
}

/** With the policy of that moment, and whoever held it when its card fell. */
function promisedTo({ dimensions }: Life, { policyId, holder }: Happening['payload']): Life['dimensions'] {
  const policy = textOf(policyId)
  return { ...dimensions, ...(holder !== undefined && holderOf(holder)), ...(policy && { policyId: policy }) }
}

function dueOf({ dueAt }: Happening['payload']): Date | undefined {
  const due = Date.parse(textOf(dueAt) ?? '')
  return Number.isNaN(due) ? undefined : new Date(due)
}
