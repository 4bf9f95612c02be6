import { json, moment, table, text } from './define'

/** What the post of a form was answered with, so that the same post again answers so and changes nothing more. */
export const formAnswers = table('form_answers', {
  nonce: text(),
  act: text(),
  answer: json<unknown>(),
  at: moment(),
})
