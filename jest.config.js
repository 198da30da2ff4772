// tests run on the source through swc; what jsii must see is compiled by `npm run build`.
const transform = {
  '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
};

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // much of the time goes into waiting for Terraform: no core is spared for the one that waits.
  maxWorkers: '100%',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform,
  reporters: ['default', '<rootDir>/test/kit/closing-line.js'],
  moduleNameMapper: { '^cdktf-ibm-code-engine$': '<rootDir>/lib/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/build/', 'cdktf.out', '<rootDir>/.cache/'],
  globalSetup: '<rootDir>/test/kit/made.ts',
  setupFilesAfterEnv: ['<rootDir>/test/kit/setup.ts'],
};
