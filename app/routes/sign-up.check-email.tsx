import type { MetaFunction } from '@remix-run/node'
import { CheckEmailPage } from '../features/accounts/pages/check-email-page'
import { company } from '../features/policies/rules/company'
import { Site } from '../features/policies/site'
import { pageTitle } from '../ui'

export const meta: MetaFunction = () => [{ title: pageTitle('Check your email') }]

export default function CheckEmail() {
  return (
    <Site here="/sign-up">
      <CheckEmailPage telephone={company.telephone} />
    </Site>
  )
}
