// Rules for dependency-cruiser: what each part of the house may import from the rest of the house. `npm test` checks them.
// In `to`, `$1` is what the first group of `from` matched: the feature's own name.

const house = '^(app|db|emails|test)/'
const rules = '^app/features/[^/]+/rules(/|\\.ts$)'

/** A part may import only what stands in `only`; packages and Node's own modules are not judged here. */
const part = (name, from, only, comment) => ({
  name,
  comment,
  severity: 'error',
  from,
  to: { path: house, pathNot: only },
})

/** The features that doors alone may call. */
const calledByDoors = ['imports', 'rights', 'retention', 'statistics']

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-missing', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    {
      name: 'no-test-packages-in-the-product',
      comment: 'What production imports must stand in package.json under dependencies.',
      severity: 'error',
      from: { path: '^(app|db|emails)/', pathNot: '^app/bin/(dev\\.ts|.*\\.mts|.*\\.mjs)$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    part(
      'doors',
      { path: '^app/(routes/|jobs(\\.server)?\\.ts$|root\\.tsx$)' },
      ['^app/(features|ui|server)/', '^app/jobs'],
      'Doors ask features; they hold no queries and no rules.',
    ),
    part(
      'features',
      { path: '^app/features/([^/]+)/' },
      ['^app/(features|server|privacy|values|ui)/', '^db/tables/$1\\.ts$', '^db/tables/define\\.ts$'],
      'A feature reads its own tables alone; those of others through them.',
    ),
    {
      name: 'features-through-their-fronts',
      comment: 'Another feature is asked through y/y.server.ts, y/rules.ts or y/rules/*.',
      severity: 'error',
      from: { path: '^app/features/([^/]+)/' },
      to: {
        path: '^app/features/',
        pathNot: ['^app/features/$1/', '^app/features/([^/]+)/\\1\\.server\\.tsx?$', rules],
      },
    },
    ...calledByDoors.map((feature) => ({
      name: `${feature}-by-doors-only`,
      severity: 'error',
      from: {
        path: '^(app|db|emails)/',
        pathNot: [`^app/features/${feature}/`, '^app/(routes/|jobs|services|bin/)'],
      },
      to: { path: `^app/features/${feature}/` },
    })),
    part('rules', { path: rules }, [rules, '^app/values/'], 'Rules are pure: no I/O, no clock, no database.'),
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: [rules, '^app/values/'] },
      to: { dependencyTypes: ['core', 'npm'], pathNot: '^node_modules/temporal-(polyfill|spec)/' },
    },
    part('values', { path: '^app/values/' }, ['^app/values/'], 'Pure nouns that features share.'),
    part(
      'server',
      { path: '^app/server/' },
      [
        '^app/(server|values)/',
        '^db/connection\\.server\\.ts$',
        '^db/tables/(define|audit|outbox|jobs|proof|forms)\\.ts$',
        '^emails/',
      ],
      'The server knows no feature: what it needs of one is handed to it by services.server.ts.',
    ),
    part(
      'privacy',
      { path: '^app/privacy/' },
      ['^app/(privacy|server|values)/', '^db/tables/', '^db/rows\\.server\\.ts$'],
      'By declaration.',
    ),
    part('ui', { path: '^app/ui/' }, ['^app/ui/'], 'Components know nothing of the domain.'),
    part(
      'emails',
      { path: '^emails/' },
      ['^emails/', '^app/ui/tokens'],
      'A message gets its words as props.',
    ),
    part('db', { path: '^db/' }, ['^db/'], 'The database knows nothing of the application.'),
    part(
      'services',
      { path: '^app/services' },
      ['^app/(services|server|features|privacy|values)', '^db/'],
      'Services are made once, here.',
    ),
    {
      name: 'services-for-commands-only',
      comment: 'Everybody else is handed what they need.',
      severity: 'error',
      from: { path: '^(app|db|emails)/', pathNot: ['^app/(bin/|services)'] },
      to: { path: '^app/services' },
    },
    {
      name: 'no-doors-behind-doors',
      severity: 'error',
      from: { path: '^(app|db|emails)/', pathNot: ['^app/(routes/|jobs|bin/|services)'] },
      to: { path: '^app/(routes|bin)/|^app/jobs' },
    },
    {
      name: 'the-product-knows-no-tests',
      severity: 'error',
      from: { path: '^(app|db|emails|public)/' },
      to: { path: '^test/' },
    },
    {
      name: 'server-only-code-says-so',
      comment:
        'What a browser may be given imports nothing that runs on the server alone; types are no code.',
      severity: 'error',
      from: { path: ['^app/(ui|values)/', '^app/features/'], pathNot: '\\.server\\.tsx?$' },
      to: { path: ['\\.server\\.tsx?$', '^db/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'node-on-the-server-only',
      severity: 'error',
      from: {
        path: ['^app/(ui|values)/', '^app/features/'],
        pathNot: ['\\.server\\.tsx?$', '^app/features/imports/formats/'],
      },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.css($|\\?)', '^(build|var)/', '^test/fixtures/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types bind parts to each other as well.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
