/**
 * Runs a command. What stops it from starting is told in one line on standard error (it is about this machine, and its reader put
 * the settings there), and ends the process with status 1. Whatever the process writes (the database, kept mail, uploads) is for its own user
 * alone to read.
 */
export function begin(command: () => Promise<void>): void {
  process.umask(0o077)
  command().catch((thrown: unknown) => {
    process.stderr.write(`OTrack cannot start: ${reason(thrown)}\n`)
    process.exit(1)
  })
}

/** Ends the process with `status` after saying why. */
export function giveUp(why: string, status: 1 | 2): never {
  process.stderr.write(`${why}\n`)
  process.exit(status)
}

function reason(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
  if (code === 'EADDRINUSE')
    return 'another program listens on this port already. Stop it, or set PORT to another number (0 takes any).'
  if (code === 'EACCES') return 'this user may not listen on this port or write to DATA_DIR.'
  if (!(thrown instanceof Error)) return 'for no known reason'
  // Sequelize says what the database said one level further down.
  const below = 'parent' in thrown && thrown.parent instanceof Error ? ` (${thrown.parent.message})` : ''
  return `${thrown.name}: ${thrown.message}${below}`
}
