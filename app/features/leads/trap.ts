/** Name of the field that only programs fill in. It is like no field that a browser or a password manager fills in by itself. */
export const TRAP = 'leaveEmpty'
