/** What a route may say of its page: `export const handle: PageHandle<typeof loader> = { script: true }`. */
export interface PageHandle<Data = unknown> {
  /** Ship the small module of entry.client. */
  script?: boolean
  /** For people without script: load the page again after so many seconds; null when there is nothing to wait for. */
  refresh?: (data: Data) => number | null
}

const handleOf = (handle: unknown): PageHandle<never> =>
  typeof handle === 'object' && handle !== null ? handle : {}

/** Whether any of the routes asks for the script. */
export const asksForScript = (handles: readonly unknown[]) =>
  handles.some((handle) => handleOf(handle).script === true)

/** Seconds after which a browser without script loads the page again; null: never. */
export function refreshOf(matches: readonly { handle: unknown; data: unknown }[]): number | null {
  for (const { handle, data } of matches) {
    const seconds = data === undefined || data === null ? null : handleOf(handle).refresh?.(data as never)
    if (seconds) return seconds
  }
  return null
}
