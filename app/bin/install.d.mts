export const root: string
export function ensureInstalled(): Promise<void>
