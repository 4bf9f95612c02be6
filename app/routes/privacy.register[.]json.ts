import type { LoaderFunctionArgs } from '@remix-run/node'
import { openRegister } from '../features/policies/register.server'

/** The record of processing activities (art. 30), made from the data map. */
export const loader = ({ context }: LoaderFunctionArgs) =>
  Response.json(openRegister(context.services), { headers: { 'Cache-Control': 'public, max-age=300' } })
