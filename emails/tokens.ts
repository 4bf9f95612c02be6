import { colour, fontFallback } from '../app/ui/tokens'

/** How a letter looks: the house's values as inline styles, since mail programs read no style sheet. Sizes in pixels. */
export const style = {
  body: {
    margin: 0,
    padding: '24px 0',
    backgroundColor: colour.paper,
    color: colour.ink,
    fontFamily: fontFallback,
  },
  sheet: { maxWidth: '560px', margin: '0 auto', padding: '0 24px' },
  name: {
    margin: '0 0 24px',
    fontSize: '22px',
    lineHeight: '28px',
    fontWeight: 700,
    color: colour.greenDeep,
  },
  heading: { margin: '0 0 16px', fontSize: '24px', lineHeight: '30px', fontWeight: 700, color: colour.ink },
  text: { margin: '0 0 16px', fontSize: '17px', lineHeight: '26px', color: colour.ink },
  link: { color: colour.green, textDecoration: 'underline' },
  /** A whole address, which may break anywhere: on a phone it is wider than the screen. */
  address: { color: colour.green, textDecoration: 'underline', wordBreak: 'break-all' },
  button: {
    display: 'inline-block',
    padding: '11px 20px 12px',
    borderRadius: '5px',
    backgroundColor: colour.green,
    color: colour.onGreen,
    fontSize: '17px',
    fontWeight: 700,
    textDecoration: 'none',
  },
  facts: {
    margin: '0 0 16px',
    padding: '12px 16px',
    borderLeft: `4px solid ${colour.pencil}`,
    backgroundColor: colour.wash,
  },
  rule: { margin: '32px 0 16px', border: 0, borderTop: `1px solid ${colour.rule}` },
  small: { margin: '0 0 8px', fontSize: '15px', lineHeight: '22px', color: colour.inkSoft },
} as const
