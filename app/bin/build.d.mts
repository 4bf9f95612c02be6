import type { Plugin } from 'esbuild'

export function ensureBuilt(): Promise<void>
export function buildInto(
  into: string,
  options: { viteConfig: string; plugins?: Plugin[]; env?: Record<string, string> },
): Promise<void>
export function sourceHash(): string
