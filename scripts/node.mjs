import { existsSync } from 'node:fs'
import path from 'node:path'

const needed = 24

/** The Node that runs Baton: the one that was installed with it, or this one when it is new enough. */
export function findNode(root, running = process) {
  const { platform, arch, versions, execPath } = running
  const program = platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const system = platform === 'win32' ? 'win' : platform
  const installed = [`node-${system}-${arch}`, `node-bin-${system}-${arch}`]
    .map(name => path.join(root, 'node_modules', name, program))
    .find(file => existsSync(file))
  if (installed) return installed
  if (Number.parseInt(versions.node, 10) >= needed) return execPath
  throw new Error(
    `Baton needs Node ${needed}. It comes along as an optional dependency, which is missing for ${platform} on ${arch}, ` +
      `and this is Node ${versions.node}. Install Node ${needed}, or run npm ci --include=optional.`,
  )
}
