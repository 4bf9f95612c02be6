const isTaken = (error: unknown) => error instanceof Error && error.name === 'SequelizeUniqueConstraintError'

/** Two people may give one UPN at the same moment. The index lets one of them through; the other asks again and is told whose it is. */
export async function twiceTold<T>(save: () => Promise<T>): Promise<T> {
  try {
    return await save()
  } catch (error) {
    if (!isTaken(error)) throw error
    return await save()
  }
}
