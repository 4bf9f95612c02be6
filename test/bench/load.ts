import autocannon from 'autocannon'
import { median } from './rows'

export interface Target {
  url: string
  headers: Record<string, string>
}

async function requestsPerSecond(target: Target, seconds: number): Promise<number> {
  const result = await autocannon({ ...target, connections: 16, duration: seconds })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${target.url}: ${result.non2xx} bad answers, ${result.errors} errors`)
  return result.requests.average
}

/** Requests a second of two servers in turn, after a warm-up: the medians, so that a machine that changes pace changes both. */
export async function inTurn(
  ours: Target,
  limit: Target,
  { rounds = 5, seconds = 3 } = {},
): Promise<{ ours: number; limit: number }> {
  const figures = { ours: [] as number[], limit: [] as number[] }
  await requestsPerSecond(ours, 1)
  await requestsPerSecond(limit, 1)
  for (let round = 0; round < rounds; round++) {
    figures.ours.push(await requestsPerSecond(ours, seconds))
    figures.limit.push(await requestsPerSecond(limit, seconds))
  }
  return { ours: median(figures.ours), limit: median(figures.limit) }
}
