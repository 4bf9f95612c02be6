import ts from 'typescript'

/**
 * The same source with the body of one exported function replaced by `return (nothing)`. Parameters, `async` and everything
 * else stay. Throws if no function of that name is exported, so that a renamed keeper is noticed.
 */
export function doNothing(source: string, name: string, nothing: string): string {
  const file = ts.createSourceFile('keeper.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const body = file.statements
    .map((statement) => bodyOf(statement, name))
    .find((found) => found !== undefined)
  if (!body) throw new Error(`No function ${name} is exported.`)
  return `${source.slice(0, body.getStart())}{ return (${nothing}) as never }${source.slice(body.getEnd())}`
}

function bodyOf(statement: ts.Statement, name: string): ts.Node | undefined {
  if (ts.isFunctionDeclaration(statement) && statement.name?.text === name && isExported(statement))
    return statement.body
  if (!ts.isVariableStatement(statement) || !isExported(statement)) return undefined
  const made = statement.declarationList.declarations.find((one) => one.name.getText() === name)?.initializer
  return made && (ts.isArrowFunction(made) || ts.isFunctionExpression(made)) ? made.body : undefined
}

const isExported = (node: ts.FunctionDeclaration | ts.VariableStatement) =>
  node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false
