// tests run on the source through swc; what jsii must see is compiled by `npm run build`.
const transform = {
  '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
};

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform,
  reporters: ['default', '<rootDir>/test/kit/closing-line.js'],
  moduleNameMapper: { '^cdktf-ibm-code-engine$': '<rootDir>/lib/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/build/', 'cdktf.out', '<rootDir>/.cache/'],
  globalSetup: '<rootDir>/test/kit/made.ts',
  setupFilesAfterEnv: ['<rootDir>/test/kit/setup.ts'],
};
