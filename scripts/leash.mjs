// Loaded into the program that run.mjs starts. That one has a process group of its own, so that a signal to everybody
// reaches it once, by run.mjs; what a group's SIGKILL would have done, it must then do itself.
import { isMainThread } from 'node:worker_threads'

const parent = process.ppid

if (isMainThread) {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, 100).unref()
}
