import { z } from 'zod'
import type { Actor } from '../actor'
import { Fault } from '../log-safe.server'
import type { Daily } from './slots'

/** What a job's function is told beside its payload. */
export interface JobContext {
  /** 1 at the first try. */
  attempt: number
  /** Aborted when this process stops or has lost the job to another: long work ends at its next safe point (`throwIfAborted`). */
  signal: AbortSignal
}

/** How long a failing job is tried again: so many times in all, or until so long after it was first due. */
export type Retry = { times: number } | { withinMs: number }
export const times = (n: number): Retry => ({ times: n })
export const days = (n: number): Retry => ({ withinMs: n * 24 * 60 * 60_000 })

export interface JobOptions<Payload> {
  retry: Retry
  /** Asked for by the clock, every day. */
  every?: Daily
  /** Mails go one after the other in a process, beside the rest: a kill then repeats one message at most. */
  lane?: 'mail'
  /** Called when no further try will be made, so that what waits for the job can say so; after a kill it may be called again. */
  gaveUp?: (actor: Actor, payload: Payload) => Promise<void>
  /** Called when staff drop a job that was given up, inside the transaction that takes its row away. */
  dropped?: (actor: Actor, payload: Payload) => Promise<void>
}

/** A line of `app/jobs.ts`. What it is given is checked when it runs: the row may be an older build's. */
export interface Job {
  run(actor: Actor, payload: unknown, context: JobContext): Promise<void>
  gaveUp(actor: Actor, payload: unknown): Promise<void>
  dropped(actor: Actor, payload: unknown): Promise<void>
  retry: Retry
  every: Daily | null
  lane: 'mail' | 'work'
}

export type Jobs = Readonly<Record<string, Job>>

/** Thrown where trying again cannot help. The sentence is ours, word for word, without a value: it is logged and shown to staff. */
export class GiveUp extends Fault {
  override name = 'GiveUp'
}

/** Thrown where trying again later is all there is to do, such as when a mail server is away; no fault of ours. The sentence as above. */
export class TryLater extends Fault {
  override name = 'TryLater'
}

/** A job that needs to be told nothing. */
export const nothing = z.object({})

/** Declares a job: what it is given, which function it calls, and how often it is tried. */
export function job<Payload>(
  schema: z.ZodType<Payload>,
  run: (actor: Actor, payload: Payload, context: JobContext) => Promise<void>,
  options: JobOptions<Payload>,
): Job {
  /** What is called about a job is not called about one that cannot be read. */
  const ifRead = (then: JobOptions<Payload>['gaveUp']) => async (actor: Actor, payload: unknown) => {
    const checked = schema.safeParse(payload)
    if (then && checked.success) await then(actor, checked.data)
  }
  return {
    async run(actor, payload, context) {
      const checked = schema.safeParse(payload)
      if (!checked.success)
        throw new GiveUp('The job was asked for with another payload than this build knows.')
      await run(actor, checked.data, context)
    },
    gaveUp: ifRead(options.gaveUp),
    dropped: ifRead(options.dropped),
    retry: options.retry,
    every: options.every ?? null,
    lane: options.lane ?? 'work',
  }
}
