import type { LoaderFunctionArgs } from '@remix-run/node'
import { openRegisterSchema } from '../features/policies/register.server'

/** The JSON Schema of the register. */
export const loader = ({ context }: LoaderFunctionArgs) =>
  Response.json(openRegisterSchema(context.services), { headers: { 'Cache-Control': 'public, max-age=300' } })
