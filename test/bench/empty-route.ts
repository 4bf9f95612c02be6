/**
 * The limit of a page, in a process of its own: an otherwise empty Remix route that runs the same reading queries as the product's page did
 * (session lookup among them) and renders the same markup with React. Reads `{ databaseUrl, html, queries }` from the parent, tells its port.
 */
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { once } from 'node:events'
import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime'
import { RemixServer, useLoaderData } from '@remix-run/react'
import { HTMLElement, NodeType, parse, type Node } from 'node-html-parser'
import { createElement, Fragment, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { connect } from '../../db/connection.server'

interface Given {
  databaseUrl: string
  html: string
  queries: string[]
}

const reactNames: Record<string, string> = {
  class: 'className',
  for: 'htmlFor',
  charset: 'charSet',
  colspan: 'colSpan',
  tabindex: 'tabIndex',
  maxlength: 'maxLength',
  autocomplete: 'autoComplete',
  novalidate: 'noValidate',
  enctype: 'encType',
  inputmode: 'inputMode',
  readonly: 'readOnly',
  crossorigin: 'crossOrigin',
  autocapitalize: 'autoCapitalize',
  spellcheck: 'spellCheck',
  value: 'defaultValue',
  checked: 'defaultChecked',
}

/** The page's own markup as React elements, made anew for each answer as components would make them. */
function elements(node: Node, key: number): ReactNode {
  if (node.nodeType === NodeType.TEXT_NODE) return node.rawText.includes('&') ? node.text : node.rawText
  if (!(node instanceof HTMLElement)) return null
  const element = node
  const children = element.childNodes.map(elements)
  if (!element.rawTagName) return createElement(Fragment, { key }, ...children)
  const tag = element.rawTagName.toLowerCase()
  const props: Record<string, unknown> = { key }
  for (const [name, value] of Object.entries(element.attributes))
    props[
      (tag === 'button' || tag === 'option' || tag === 'progress') && name === 'value'
        ? name
        : (reactNames[name] ?? name)
    ] = value
  delete props.style
  return createElement(tag, props, ...(children.length ? children : []))
}

process.once('message', (given: Given) => void serve(given))
process.send!('ready')

async function serve({ databaseUrl, html, queries }: Given) {
  const db = await connect(databaseUrl)
  const page = parse(html).querySelector('html')!
  const build = {
    entry: {
      module: {
        default: (request: Request, status: number, headers: Headers, context: never) => {
          headers.set('Content-Type', 'text/html')
          return new Response(
            `<!DOCTYPE html>${renderToString(createElement(RemixServer, { context, url: request.url }))}`,
            { status, headers },
          )
        },
      },
    },
    routes: {
      root: {
        id: 'root',
        path: '*',
        module: {
          loader: async () => {
            const answers: unknown[] = []
            for (const sql of queries) answers.push(await db.sequelize.query(sql))
            return Response.json({ rows: answers.length })
          },
          default: () => {
            useLoaderData()
            return elements(page, 0)
          },
        },
      },
    },
    assets: {
      entry: { module: '', imports: [] },
      routes: { root: { id: 'root', path: '*', hasLoader: true, module: '' } },
      url: '',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {},
    isSpaMode: false,
    mode: 'production',
  } as unknown as ServerBuild
  const handle = createRequestHandler(build, 'production')
  const server = createServer((request, response) => {
    void handle(
      new Request(`http://${request.headers.host ?? ''}${request.url ?? '/'}`, {
        headers: request.headers as Record<string, string>,
      }),
    ).then((answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      Readable.fromWeb(answer.body as never).pipe(response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.send!((server.address() as { port: number }).port)
}
