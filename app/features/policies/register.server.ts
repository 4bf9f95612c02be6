import { registerJsonSchema, type Register } from '../../privacy/register.schema'
import { registerOf } from '../../privacy/register.server'
import type { Services } from '../../server/context'
import { company, dpo, regulator } from './rules/company'
import { privacyVersion } from './rules/versions'

const schemaAddress = ({ settings }: Services) => `${settings.baseUrl}/privacy/register.schema.json`

/** The record of processing activities, as it is published. Schools are not listed: who they are is not public. */
export const openRegister = (services: Services): Register =>
  registerOf({
    schema: schemaAddress(services),
    generated: new Date(services.clock.now()).toISOString(),
    controller: {
      name: company.legalName,
      trading_as: company.tradingAs,
      address: [...company.address],
      telephone: company.telephone,
      email: services.settings.dpoEmail,
    },
    dpo: { ...dpo, email: services.settings.dpoEmail },
    regulator: {
      name: regulator.name,
      address: [...regulator.address],
      telephone: regulator.telephone,
      website: regulator.website,
    },
    notice_version: privacyVersion,
  })

export const openRegisterSchema = (services: Services): Record<string, unknown> =>
  registerJsonSchema(schemaAddress(services))
