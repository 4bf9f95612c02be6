import { ascii, id, moment, nullable, tables } from './sql'

/** What happened to a request, step by step, each with the receipt that proves it. */
export default tables('0011-request-steps', {
  request_steps: {
    columns: {
      id,
      reference: ascii(10),
      requested_by: id,
      type: ascii(40),
      receipt: nullable(ascii(16)),
      at: moment,
    },
    primaryKey: ['id'],
    indexes: {
      request_steps_reference: ['reference', 'at'],
      request_steps_by: ['requested_by'],
    },
  },
})
