import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Does the work while no other process does its own in the same project folder: two `npm start` on a fresh clone must not
 * install over each other. A process that died in the middle is no hindrance.
 */
export async function inTurn(root, signal, work) {
  const file = path.join(root, '.stamps', 'turn')
  mkdirSync(path.dirname(file), { recursive: true })
  while (!take(file)) await sleep(100, undefined, { signal })
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, String(process.pid))
  try {
    // A link appears whole or not at all, and for one of us only.
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  const owner = ownerOf(file)
  if (owner && !isAlive(owner)) clear(file, owner)
  return false
}

// Moved first and looked at again: another process may have cleared it and taken its turn this very moment.
function clear(file, owner) {
  const aside = `${file}.${process.pid}.dead`
  try {
    renameSync(file, aside)
    if (ownerOf(aside) !== owner) linkSync(aside, file)
    rmSync(aside, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
}

function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
