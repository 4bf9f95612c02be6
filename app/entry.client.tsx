/**
 * All the script there is, on pages that ask for it (`handle = { script: true }`). It hydrates nothing: the page is whole without it.
 * It follows long work, sends forms once and tells how far an upload is.
 */
import { focusErrors } from './ui/script/focus-errors'
import { followProgress } from './ui/script/follow-progress'
import { sendOnce } from './ui/script/send-once'

function start() {
  focusErrors()
  followProgress()
  sendOnce(start)
}

start()

// In development the page is loaded anew when its code changes; nothing of this is in the build.
import.meta.hot?.on('remix:hmr', () => location.reload())
