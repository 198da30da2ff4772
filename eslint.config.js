const js = require('@eslint/js');
const { defineConfig } = require('eslint/config');
const ts = require('typescript-eslint');

const house = {
  '@typescript-eslint/explicit-member-accessibility': [
    'error',
    { overrides: { constructors: 'no-public' } },
  ],
  '@typescript-eslint/member-ordering': [
    'error',
    { default: ['static-method', 'field', 'constructor', 'get', 'instance-method'] },
  ],
  eqeqeq: 'error',
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-len': [
    'error',
    {
      code: 100,
      ignoreComments: true,
      ignoreRegExpLiterals: true,
      ignoreStrings: true,
      ignoreTemplateLiterals: true,
    },
  ],
  'no-console': 'error',
};

module.exports = defineConfig([
  { ignores: ['build/', '**/cdktf.out/', 'coverage/', 'lib/.gen/', '.cache/'] },
  js.configs.recommended,
  {
    files: ['lib/**/*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname },
    },
    rules: {
      ...house,
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // a check just before makes it plain where it is used.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // code without types can pass what a type rules out: it is checked all the same.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'tools/**/*.ts', 'bench/**/*.ts', 'examples/**/*.ts'],
    extends: [ts.configs.recommended],
    rules: { ...house, '@typescript-eslint/no-require-imports': 'off' },
  },
  // the tables of tests are as long as what they cover.
  {
    files: ['test/**/*.ts'],
    // … and Terraform's JSON, into which they look, has no type.
    rules: { 'max-lines': 'off', '@typescript-eslint/no-explicit-any': 'off' },
  },
  { files: ['tools/**/*.ts', 'bench/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.js'],
    languageOptions: {
      globals: {
        __dirname: 'readonly',
        module: 'writable',
        process: 'readonly',
        require: 'readonly',
      },
    },
  },
]);
