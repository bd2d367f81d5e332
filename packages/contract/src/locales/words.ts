import type { zhCN } from './zh-CN.ts'

/** Every language has the same sections and keys as the Chinese. */
export type Words = { [S in keyof typeof zhCN]: Record<keyof (typeof zhCN)[S], string> }
export type Section = keyof Words
