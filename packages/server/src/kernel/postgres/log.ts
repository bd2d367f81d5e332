/** The few words of a logger that the database needs; pino fits, and so does a list in a test. */
export interface Log {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

export const silent: Log = { info() {}, warn() {}, error() {} }
