import type { Presence } from '@baton/contract'

/** Green, amber, grey: the only colours that presence has. */
export const presenceColour: Record<Presence, string> = {
  ready: 'var(--green)',
  busy: 'var(--amber)',
  break: 'var(--amber)',
  away: 'var(--grey)',
  offline: 'var(--line-strong)',
}
