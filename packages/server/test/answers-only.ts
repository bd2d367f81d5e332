import type { TestDesk } from './desk.ts'

/** The shipped policy without its promise of a word every 24 hours: what a first answer alone comes to can be counted by hand. */
export async function answersOnly({ asks, does }: TestDesk): Promise<void> {
  const [usual] = (await asks('slaPolicy.list', {})).items
  await does('slaPolicy.update', { slaPolicyId: usual.id, targets: usual.targets.slice(0, 1) })
}
