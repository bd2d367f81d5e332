import { randomBytes } from 'node:crypto'
import { access, chmod, constants, link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { codeOf, EmbeddedPostgresError, wordsOf } from './error.ts'

/** Where things stand inside the data folder. */
export interface Home {
  readonly dir: string
  readonly cluster: string
  readonly passwordFile: string
  readonly logFile: string
}

export async function openHome(dataDir: string): Promise<Home> {
  const dir = path.resolve(dataDir)
  try {
    const first = await mkdir(dir, { recursive: true })
    if (first) await openTheWay(first, dir)
    await access(dir, constants.R_OK | constants.W_OK | constants.X_OK)
    if (!(await stat(dir)).isDirectory()) throw new Error('it is a file')
  } catch (error) {
    throw new EmbeddedPostgresError(`Cannot write to the data folder ${dir} (BATON_DATA): ${wordsOf(error)}`)
  }
  return {
    dir,
    cluster: path.join(dir, 'postgres'),
    passwordFile: path.join(dir, 'postgres-password'),
    logFile: path.join(dir, 'postgres.log'),
  }
}

// Folders that we made let the database's own account pass (whatever the umask) and nobody look around.
async function openTheWay(first: string, last: string): Promise<void> {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700
  for (let folder = last; folder.length >= first.length; folder = path.dirname(folder)) await chmod(folder, mode)
}

/** The password kept in the data folder. */
export async function passwordOf(home: Home): Promise<string> {
  try {
    const password = (await readFile(home.passwordFile, 'utf8')).trim()
    if (password) return password
    await unlink(home.passwordFile)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') {
      throw new EmbeddedPostgresError(`Cannot read the database password in ${home.passwordFile}: ${wordsOf(error)}`)
    }
  }
  const password = randomBytes(24).toString('base64url')
  const draft = `${home.passwordFile}.${process.pid}`
  await writeFile(draft, `${password}\n`, { mode: 0o600 })
  try {
    // A link appears whole or not at all, and only one of two processes starting together gets to make it.
    await link(draft, home.passwordFile)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return passwordOf(home)
  } finally {
    await unlink(draft)
  }
  return password
}
