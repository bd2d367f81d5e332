import type { Module } from './kernel/module.ts'

/** The rooms in order: the table of contents. A records room may use the ones above it. */
export const modules: readonly Module[] = []
