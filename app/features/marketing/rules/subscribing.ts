/** The link that confirms works for so many days; an address that nobody confirmed is then forgotten. */
export const UNCONFIRMED_DAYS = 14

/** So many days after somebody ended it all, their address is forgotten: until then they can undo it. */
export const LEFT_DAYS = 30
