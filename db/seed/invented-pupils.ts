import { Families, type Family } from './invented-family'
import { inventedUpn } from './invented-upn'
import { Dice } from './random'

type YesNo = 'yes' | 'no'

/** One invented pupil, under the field names of forms and exports. */
export interface InventedPupil {
  upn: string | null
  last_name: string
  first_name: string
  title: string | null
  username: string
  date_of_birth: string
  gender: 'M' | 'F'
  year_group: string
  class_group: string
  ethnicity: string | null
  sen_status: string | null
  sen_need: string[]
  fsm: YesNo | null
  fsm6: YesNo | null
  pupil_premium: YesNo | null
  eal: YesNo | null
  in_care: YesNo | null
  ever_in_care: YesNo | null
  gifted_talented: YesNo | null
  entry_date: string
  attendance_percent: number | null
  attendance_possible: number | null
  attendance_authorised: number | null
  attendance_unauthorised: number | null
  left_on: string | null
}

export interface InventedRoll {
  count: number
  /** Seven digits: authority and establishment. */
  schoolLaEstab: string
  /** YYYY-MM-DD: ages and year groups suit the academic year of this day. */
  asOf: string
  seed: number
  /** How many of them have left; none unless said. */
  leavers?: number
}

/** Reception to Year 6. */
const YEARS = 7
const CLASS_SIZE = 30
const SESSIONS_A_YEAR = 380

const needs = ['SLCN', 'SLCN', 'SEMH', 'SEMH', 'MLD', 'SPLD', 'ASD', 'PD', 'HI'] as const

/** Invents a primary school's roll. The same wishes give the same pupils. */
export function inventedPupils(wishes: InventedRoll): InventedPupil[] {
  const dice = new Dice(wishes.seed)
  const families = new Families(dice)
  return Array.from({ length: wishes.count }, (_, nth) => {
    // Pupils come year by year in turn, so that every year has nearly the same number and siblings are of different years.
    const year = nth % YEARS
    return invent(wishes, dice, families.next(year), {
      year,
      nthOfYear: Math.floor(nth / YEARS),
      leaves: nth < (wishes.leavers ?? 0),
    })
  })
}

interface Place {
  year: number
  nthOfYear: number
  leaves: boolean
}

function invent(
  wishes: InventedRoll,
  dice: Dice,
  family: Family,
  { year, nthOfYear, leaves }: Place,
): InventedPupil {
  const academicYear = Number(wishes.asOf.slice(0, 4)) - (wishes.asOf.slice(5) < '09-01' ? 1 : 0)
  const intake = academicYear - year
  const gender = dice.chance(0.49) ? 'F' : 'M'
  const code = year === 0 ? 'R' : String(year)
  // Most came in the September of Reception, some later: in one of the years since.
  const late = dice.chance(0.12) ? dice.between(0, year) : 0
  const entry = earlier(
    late > 0 ? dayOf(intake + late, dice.between(0, 200)) : `${intake}-09-04`,
    wishes.asOf,
  )
  return {
    upn: dice.chance(0.012) ? null : inventedUpn(wishes.schoolLaEstab, intake, nthOfYear, dice.chance(0.006)),
    last_name: family.surname,
    first_name: firstName(dice, family, gender),
    title: null,
    username: String(intake % 100).padStart(2, '0') + String(nthOfYear + 1).padStart(4, '0'),
    date_of_birth: dayOf(intake - 5, dice.between(0, 364)),
    gender,
    year_group: code,
    class_group: code + String.fromCharCode(65 + (Math.floor(nthOfYear / CLASS_SIZE) % 26)),
    ...circumstances(dice, family),
    entry_date: entry,
    ...attendance(dice, wishes.asOf, academicYear),
    left_on: leaves ? earlier(`${academicYear}-12-18`, wishes.asOf) : null,
  }
}

/** No two children of a family have the same first name. */
function firstName(dice: Dice, family: Family, gender: 'M' | 'F'): string {
  const names = (gender === 'F' ? family.pool.girls : family.pool.boys).filter(
    (name) => !family.firstNames.includes(name),
  )
  const name = dice.pick(names)
  family.firstNames.push(name)
  return name
}

/** Proportions are about those of primary schools in England; a few values are missing, as they are in every school. */
function circumstances(dice: Dice, family: Family) {
  const known = <T>(value: T, missing = 0.01): T | null => (dice.chance(missing) ? null : value)
  const ethnicity = dice.chance(0.015) ? dice.pick(['REFU', 'NOBT']) : family.ethnicity
  const sen = dice.roll()
  const sen_status = known(sen < 0.032 ? 'E' : sen < 0.175 ? 'K' : 'N')
  const inCare = dice.chance(0.007)
  const everInCare = inCare || dice.chance(0.012)
  return {
    ethnicity: known(ethnicity, 0.03),
    sen_status,
    sen_need:
      sen_status === null || sen_status === 'N'
        ? []
        : [...new Set(dice.chance(0.2) ? [dice.pick(needs), dice.pick(needs)] : [dice.pick(needs)])],
    fsm: known(family.fsm),
    fsm6: family.fsm6,
    pupil_premium: yesNo(family.fsm6 === 'yes' || everInCare),
    eal: known(family.eal),
    in_care: yesNo(inCare),
    ever_in_care: yesNo(everInCare),
    gifted_talented: known(yesNo(dice.chance(0.08)), 0.05),
  }
}

function attendance(dice: Dice, asOf: string, academicYear: number) {
  const days = (Date.parse(asOf) - Date.parse(`${academicYear}-09-03`)) / 86_400_000
  const possible = Math.round(SESSIONS_A_YEAR * Math.min(1, Math.max(0, days / 320)))
  if (possible === 0 || dice.chance(0.015))
    return {
      attendance_percent: null,
      attendance_possible: null,
      attendance_authorised: null,
      attendance_unauthorised: null,
    }
  // Most miss little, a few miss much.
  const missed = Math.round(possible * dice.roll() ** 3 * (dice.chance(0.15) ? 0.35 : 0.1))
  const unauthorised = Math.floor(missed * dice.roll() * 0.4)
  return {
    attendance_percent: Math.round((1000 * (possible - missed)) / possible) / 10,
    attendance_possible: possible,
    attendance_authorised: missed - unauthorised,
    attendance_unauthorised: unauthorised,
  }
}

const yesNo = (is: boolean): YesNo => (is ? 'yes' : 'no')

const earlier = (a: string, b: string): string => (a < b ? a : b)

/** The day that is so many days after 1 September of a year; up to 364 it is of that academic year. */
const dayOf = (year: number, days: number): string =>
  new Date(Date.UTC(year, 8, 1 + days)).toISOString().slice(0, 10)
