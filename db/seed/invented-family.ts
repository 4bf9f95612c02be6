import { namePools, type NamePool } from './invented-names.table'
import type { Dice } from './random'

export interface Family {
  surname: string
  pool: NamePool
  ethnicity: string
  eal: 'yes' | 'no'
  fsm: 'yes' | 'no'
  fsm6: 'yes' | 'no'
  /** Pupils of it so far, by year from Reception, so that brothers and sisters are of different ages. */
  years: number[]
  firstNames: string[]
}

const totalWeight = namePools.reduce((sum, { weight }) => sum + weight, 0)
/** Among how many of the newest families an older child is looked for. */
const NEIGHBOURS = 60
const SIBLING = 0.24

/** Families that pupils come from: now and then the next pupil is a brother or sister of one before. */
export class Families {
  readonly #recent: Family[] = []

  constructor(readonly dice: Dice) {}

  /** The family of a pupil in this year (0 is Reception). */
  next(year: number): Family {
    const known = this.dice.chance(SIBLING) && this.#recent.length > 0 ? this.dice.pick(this.#recent) : null
    const family = known && known.years.length < 3 && !known.years.includes(year) ? known : this.#invent()
    family.years.push(year)
    return family
  }

  #invent(): Family {
    const { dice } = this
    const pool = this.#pool()
    const fsm = dice.chance(0.24)
    const family: Family = {
      surname: dice.pick(pool.surnames),
      pool,
      ethnicity: dice.pick(pool.ethnicities),
      eal: dice.chance(pool.eal) ? 'yes' : 'no',
      fsm: fsm ? 'yes' : 'no',
      fsm6: fsm || dice.chance(0.06) ? 'yes' : 'no',
      years: [],
      firstNames: [],
    }
    this.#recent.push(family)
    if (this.#recent.length > NEIGHBOURS) this.#recent.shift()
    return family
  }

  #pool(): NamePool {
    let left = this.dice.roll() * totalWeight
    for (const pool of namePools) {
      left -= pool.weight
      if (left < 0) return pool
    }
    return this.dice.pick(namePools)
  }
}
