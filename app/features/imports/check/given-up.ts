/** A file that was read and still cannot be used. The words are for people, as those of `UnreadableFile`. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp'

  constructor(
    readonly rule: string,
    message: string,
  ) {
    super(message)
  }
}
