import js from '@eslint/js'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const clock =
  'Ask the clock (actor.at, clock.now()): the product must follow CLOCK_FILE, and a rule gets its moment passed in.'
const noClock = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: clock },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
  {
    selector: 'CallExpression[callee.object.object.name="Temporal"][callee.object.property.name="Now"]',
    message: clock,
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Chance comes from node:crypto: what is guessable here opens a door there.',
  },
]
const noEnvironment = {
  selector:
    'MemberExpression[object.name="process"][property.name="env"]:not(AssignmentExpression > MemberExpression.left > MemberExpression)',
  message: 'Settings are read once, in app/server/…/settings*.ts, and handed on.',
}
const noHiddenSkip = {
  selector:
    'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(skip|skipIf|runIf|todo|only|fails)$/]',
  message:
    'Every test runs wherever it can: what a machine lacks is told by test/support/runner/tasks.ts, loudly.',
}

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', 'var/', '**/*.d.mts'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-implicit-coercion': ['error', { boolean: false }],
      'object-shorthand': 'error',
      'prefer-template': 'error',

      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { minimumDescriptionLength: 3, 'ts-expect-error': 'allow-with-description' },
      ],
      // Numbers in text are plain; a loader that throws a Response is how Remix answers.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'lib', name: 'Response' }], allowRethrowing: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // `(done) => resolve()` reads well; what matters, a promise nobody waits for, has its own rule.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // Control characters are what readers of uploads look for.
      'no-control-regex': 'off',
      // Services are records of closures: no method here knows `this`.
      '@typescript-eslint/unbound-method': 'off',
      // These do not see that a callback changed a variable, or that a driver answers otherwise than its types say.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // An empty string is no value in forms and settings, so `||` is meant; a generic tells the reader what comes back.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // A row's field may be read as a name or as a text: TypeScript's own setting decides.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'db/**/*.ts', 'emails/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', noEnvironment, ...noClock],
    },
  },
  { files: ['app/server/clock*.ts'], rules: { 'no-restricted-syntax': ['error', noEnvironment] } },
  { files: ['app/server/**/settings*.ts'], rules: { 'no-restricted-syntax': ['error', ...noClock] } },
  {
    files: ['app/bin/*.ts'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', ...noClock] },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // A test that finds nothing there fails, as it should.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', noHiddenSkip],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  // What a page runs in the browser.
  { files: ['app/features/**/*.mjs'], languageOptions: { globals: globals.browser } },
)
