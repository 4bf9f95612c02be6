/**
 * The light scheme's values once more, for what cannot read a style sheet: emails and the web manifest.
 * They must equal the values of the same name in tokens.css.
 */
export const colour = {
  paper: '#faf9f5',
  sheet: '#ffffff',
  wash: '#f0eee6',
  rule: '#dad7cb',
  ink: '#1b2421',
  inkSoft: '#525d58',
  green: '#1d5b46',
  greenDeep: '#12372b',
  greenWash: '#e4efe9',
  pencil: '#f3b83f',
  onGreen: '#ffffff',
} as const

/** What stands in for the house typeface where web fonts are not loaded. */
export const fontFallback = "'Gill Sans', 'Gill Sans Nova', Calibri, 'Trebuchet MS', sans-serif"
