import { company } from './rules/company'
import { Policy } from './policy'
import { dataParts } from './terms-data'
import { termsVersion } from './rules/versions'

/** What a school accepts when it creates its account. The parts on pupils' data are the contract that article 28 of the UK GDPR asks for. */
export const TermsForSchools = () => (
  <Policy
    name="terms"
    title="Terms for schools"
    lead={`The agreement between your school and ${company.legalName}, in plain English.`}
    version={termsVersion}
    parts={[
      {
        id: 'parties',
        title: 'Who agrees to what',
        text: (
          <>
            <p>
              “We” are {company.legalName}, trading as {company.tradingAs}, {company.address.join(', ')}.
              “You” are the school whose account this is. The person who creates the account confirms that
              they may agree to these terms for the school.
            </p>
            <p>
              We give you the use of OTrack: uploading your roll, seeing what would change before it does,
              keeping, correcting, exporting and deleting your pupils’ records.
            </p>
          </>
        ),
      },
      {
        id: 'users',
        title: 'Your people',
        text: (
          <>
            <p>
              You decide who uses OTrack at your school, give each person the role that their work needs, and
              take it away when they leave. Accounts are personal: nobody shares a password.
            </p>
            <p>We may stop an account at once where it puts data at risk, and tell you why.</p>
          </>
        ),
      },
      ...dataParts,
      {
        id: 'liability',
        title: 'Care and limits',
        text: (
          <p>
            We run OTrack with reasonable skill and care. OTrack is a copy: your management information system
            remains your record of your pupils. Nothing in these terms limits a liability that the law does
            not allow to be limited.
          </p>
        ),
      },
      {
        id: 'changes',
        title: 'Changes, and the law that applies',
        text: (
          <p>
            When these terms change we tell every user by email before the change holds. Your school’s
            acceptance is recorded with its version and its date. The law of England and Wales applies, and
            its courts decide.
          </p>
        ),
      },
    ]}
  />
)
