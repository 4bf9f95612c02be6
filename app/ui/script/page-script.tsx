import { createContext, useContext } from 'react'

/** What the server allows this page to run: nothing (null), or these modules under one nonce. Filled by entry.server. */
export const ScriptContext = createContext<{ modules: readonly string[]; nonce: string } | null>(null)

/** The page's script, where the page asked for one by `handle = { script: true }`. All pages work without. */
export function PageScript() {
  const script = useContext(ScriptContext)
  return script?.modules.map((src) => <script key={src} type="module" nonce={script.nonce} src={src} />)
}
