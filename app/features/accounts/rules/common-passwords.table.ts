/**
 * What a password must not be, even with figures and signs around it: the words that head every published list of stolen passwords, and those
 * that anyone would try first here. Compared in lower case, with all but letters and figures left out.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `abc abcd abcdef abcdefghij admin administrator asdfghjkl basketball changeme charlie chocolate computer football
  iloveyou january february march april may june july august september october november december
  spring summer autumn winter monday letmein liverpool manchester arsenal chelsea london england
  master monkey mypassword newpassword otrack pa55word pass passw0rd password passwordpassword p4ssword
  princess pupil pupiltracking qazwsxedc qwerty qwertyuiop qwertyuiopasdfghjkl secret school schoolschool starwars
  sunshine superman teacher headteacher head primary primaryschool test testing trustno welcome zaq12wsx zxcvbnm
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc q1w2e3r4t5 1234qwer 123qwe abc123`.split(/\s+/),
)
