const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/**
 * An invented UPN with its right check letter. The rule is written here a second time because `db` imports nothing of the application; a
 * test holds the two against each other. Past a thousand pupils of one school and year the neighbouring school's number is used.
 */
export function inventedUpn(
  schoolLaEstab: string,
  entryYear: number,
  nth: number,
  temporary = false,
): string {
  const la = schoolLaEstab.slice(0, 3)
  const own = Number(schoolLaEstab.slice(3))
  const establishment = String(1000 + ((own - 1000 + Math.floor(nth / 1000)) % 9000))
  const serial = String(nth % 1000).padStart(3, '0')
  const year = String(entryYear % 100).padStart(2, '0')
  const rest =
    la + establishment + year + (temporary ? serial.slice(0, 2) + LETTERS.charAt(nth % 23) : serial)
  const sum = [...rest].reduce((total, sign, at) => total + (at + 2) * valueOf(sign), 0)
  return LETTERS.charAt(sum % 23) + rest
}

const valueOf = (sign: string): number => (sign >= '0' && sign <= '9' ? Number(sign) : LETTERS.indexOf(sign))
