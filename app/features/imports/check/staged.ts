import type { Staged } from '../../pupils/pupils.server'

/** Where an upload's rows wait for the roll to take them. */
export const stagedOf = (importId: string): Staged => ({
  table: 'staged_rows',
  images: 'before_images',
  importId,
})
