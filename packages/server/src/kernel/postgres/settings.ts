import { writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Where clients find the server: a socket in this folder, or 127.0.0.1 at this port. */
export type Address = { readonly socketFolder: string } | { readonly port: number }

/** For a small desk on one machine. An operator's own words go to `custom.conf` beside it and win. */
const settings: Record<string, string> = {
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  max_connections: '100',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  // Compiling a plan costs more than any of our queries.
  jit: 'off',
  log_checkpoints: 'off',
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  lc_messages: "'C'",
  default_text_search_config: "'pg_catalog.simple'",
  password_encryption: "'scram-sha-256'",
  log_min_messages: 'warning',
  log_line_prefix: "'%m [%p] '",
}

/** Written anew at every start, so that a newer Baton brings its own settings. */
export async function writeSettings(cluster: string, address: Address, extra: Record<string, string>): Promise<void> {
  const all = { ...settings, ...listening(address), ...extra }
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${value}`)
  const text = `# Written by Baton at every start. Your own settings belong in custom.conf.\n${lines.join('\n')}\ninclude_if_exists = 'custom.conf'\n`
  await writeFile(path.join(cluster, 'postgresql.conf'), text)
}

function listening(address: Address): Record<string, string> {
  if ('port' in address) {
    return { listen_addresses: "'127.0.0.1'", port: String(address.port), unix_socket_directories: "''" }
  }
  // '.' is the cluster's own folder, which only its account and root can enter; no path can be too long for it.
  return { listen_addresses: "''", port: '5432', unix_socket_directories: "'.'", unix_socket_permissions: '0700' }
}
