import { Lucia, TimeSpan, type Adapter, type Cookie, type DatabaseSession } from 'lucia'
import { sessions, users, type SessionRow, type UserRow } from '../../../db/tables/accounts'
import type { Services } from '../../server/context'
import { hashToken, randomToken } from '../../server/crypto.server'

/** Not used for this long, a session ends; Lucia moves the end on once half of it has passed. */
const IDLE = new TimeSpan(12, 'h')
/** And after this long in any case: the cookie is kept no longer. */
const LONGEST_S = 7 * 24 * 60 * 60
const LONGEST_MS = LONGEST_S * 1000
const LAST_USED_EVERY_MS = 5 * 60_000

type Kept = Pick<SessionRow, 'schoolId' | 'confirmedAt' | 'lastUsedAt'>

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Kept, { row: UserRow }>
    DatabaseSessionAttributes: Kept
    DatabaseUserAttributes: { row: UserRow }
  }
}

/** A session as it was found: whose, which (by the hash it is kept under), and what it remembers. */
export interface FoundSession extends Kept {
  id: string
  user: UserRow
}

/**
 * Who is signed in. All that OTrack uses of Lucia stands in this file: Lucia is no longer developed upstream, keeps tokens readable and reads
 * `Date.now()`; the adapter below hashes the token and translates each expiry, so that the product's clock decides.
 */
export interface Sessions {
  /** Starts a session, in the open transaction if there is one; the token is for the cookie alone. */
  start(userId: string, schoolId: string | null): Promise<{ token: string }>
  /** The session of this request, if it stands. */
  find(request: Request): Promise<FoundSession | null>
  /** Ends the session of this request; true if there was one. */
  end(request: Request): Promise<boolean>
  /** Ends all sessions of a person, or all but one. */
  endAll(userId: string, except?: string): Promise<void>
  /** The `Set-Cookie` that signs a browser in. */
  cookie(token: string): string
  /** The `Set-Cookie` that signs it out. */
  noCookie(): string
}

/** Makes the sessions of a process's services; holds no state of its own. */
export function sessionsOf(services: Services): Sessions {
  const { db, clock, settings } = services
  const rows = db.rows(sessions)
  // What is added to a moment of the product's clock to make it one of the machine's, which Lucia compares with.
  const ahead = () => clock.machine() - clock.now()

  const read = (row: SessionRow, token: string): DatabaseSession => ({
    id: token,
    userId: row.userId,
    expiresAt: new Date(row.expiresAt + ahead()),
    attributes: { schoolId: row.schoolId, confirmedAt: row.confirmedAt, lastUsedAt: row.lastUsedAt },
  })

  const adapter: Adapter = {
    async getSessionAndUser(token) {
      const row = await rows.find({ id: hashToken(token) })
      const user = row && (await db.rows(users).find({ id: row.userId }))
      return [row && read(row, token), user && { id: user.id, attributes: { row: user } }]
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const createdAt = clock.now()
      await rows.insert({
        id: hashToken(id),
        userId,
        ...attributes,
        createdAt,
        expiresAt: expiresAt.getTime() - ahead(),
      })
    },
    async updateSessionExpiration(token, expiresAt) {
      const row = await rows.find({ id: hashToken(token) })
      if (!row) return
      await rows.update(
        { id: row.id },
        { expiresAt: Math.min(expiresAt.getTime() - ahead(), row.createdAt + LONGEST_MS) },
      )
    },
    deleteSession: async (token) => void (await rows.remove({ id: hashToken(token) })),
    deleteUserSessions: async (userId) => void (await rows.remove({ userId })),
    deleteExpiredSessions: async () => void (await rows.remove({ expiresAt: { lte: clock.now() } })),
    // Hashes cannot be turned back into tokens; nobody asks.
    getUserSessions: () => Promise.resolve([]),
  }

  const lucia = new Lucia(adapter, {
    sessionExpiresIn: IDLE,
    sessionCookie: {
      // The prefix makes browsers insist on Secure, Path=/ and no Domain; it needs HTTPS, which development has not.
      name: settings.production ? '__Host-otrack_session' : 'otrack_session',
      attributes: { secure: settings.production, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ schoolId, confirmedAt, lastUsedAt }) => ({ schoolId, confirmedAt, lastUsedAt }),
    getUserAttributes: ({ row }) => ({ row }),
  })

  const tokenOf = (request: Request) => lucia.readSessionCookie(request.headers.get('cookie') ?? '')

  return {
    async start(userId, schoolId) {
      const now = clock.now()
      const token = randomToken()
      await lucia.createSession(userId, { schoolId, confirmedAt: now, lastUsedAt: now }, { sessionId: token })
      return { token }
    },
    async find(request) {
      const token = tokenOf(request)
      const { session, user } = token ? await lucia.validateSession(token) : { session: null, user: null }
      if (!session) return null
      const { schoolId, confirmedAt, lastUsedAt } = session
      const id = hashToken(session.id)
      const now = clock.now()
      if (now - lastUsedAt >= LAST_USED_EVERY_MS) await rows.update({ id }, { lastUsedAt: now })
      return { id, user: user.row, schoolId, confirmedAt, lastUsedAt }
    },
    async end(request) {
      const token = tokenOf(request)
      return token !== null && (await rows.remove({ id: hashToken(token) })) > 0
    },
    async endAll(userId, except) {
      await rows.remove(except === undefined ? { userId } : { userId, id: { ne: except } })
    },
    cookie: (token) => maxAgeAlone(lucia.createSessionCookie(token), LONGEST_S),
    noCookie: () => maxAgeAlone(lucia.createBlankSessionCookie(), 0),
  }
}

/** `Expires` would be the machine's time, which need not be the browser's; `Max-Age` counts from the answer. */
function maxAgeAlone(cookie: Cookie, seconds: number): string {
  delete cookie.attributes.expires
  cookie.attributes.maxAge = seconds
  return cookie.serialize()
}
