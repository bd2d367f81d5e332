/** How long this pause has lasted, in whole seconds; 0 when it is not paused. */
export const pausedSeconds = ({ paused_at }: { paused_at: Date | null }, now: Date): number =>
  paused_at ? Math.max(0, Math.round((now.getTime() - paused_at.getTime()) / 1000)) : 0
