import { seeOther } from '../server/forms.server'

/** Where password managers look for the page on which a password is changed (W3C, "A Well-Known URL for Changing Passwords"). */
export const loader = () => seeOther('/portal/account#password')
