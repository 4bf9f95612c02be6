import { hash, verify } from '@node-rs/argon2'

/** Argon2id as OWASP gives it (Password Storage Cheat Sheet, 2026): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password that was thrown away: what is typed for an unknown account is compared with it, which takes as long. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$M8c0r9SYS95KSTT8+7tMGQ$gaJcGnmT+9QU/k8B1eEI6j8hyYRvoVx2y5+Oik/MkTw'

/** Hashing runs on Node's four background threads, which SQLite and files need too: it never has more than half of them. */
const AT_ONCE = 2
/** Beyond this many waiting, people would wait for seconds; they are asked to come again instead. */
const MOST_WAITING = 100

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING)
    throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  // Whoever ends hands its place on without giving it up, so that nobody slips in between.
  if (running >= AT_ONCE) await new Promise<void>((mayRun) => waiting.push(mayRun))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** The same letters typed on two keyboards are the same password. */
const plain = (password: string) => password.normalize('NFKC')

/** Hashes a new password. Throws a 503 Response when far too many are asked for at once. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(plain(password), COST))

/** Whether it is this password. Without a hash (no such account) the answer is no, and takes as long. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const same = await inTurn(() => verify(passwordHash ?? NOBODY, plain(password)))
  return same && passwordHash !== null
}
