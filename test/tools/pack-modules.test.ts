import { execFileSync } from 'child_process';
import * as path from 'path';
import { packModules } from '../../tools/pack-modules';
import { scratch, snapshot, write } from './scratch';

const MODULES = {
  'facts.js': `exports.LEGS = 4;`,
  'rules/index.js': `const cat_1 = require("./animals/cat");
const dog_1 = require("./animals/dog");
exports.RULES = [cat_1.cat, dog_1.dog];`,
  'rules/index.d.ts': `export declare const RULES: unknown[];`,
  'rules/animals/cat.js': `"use strict";
const facts_1 = require("../../facts");
const legs = facts_1.LEGS;
exports.cat = 'cat ' + legs;`,
  'rules/animals/cat.d.ts': `export declare const cat: string;`,
  'rules/animals/dog.js': `const cat_1 = require("./cat");
const legs = 'not those of the cat';
exports.dog = \`dog, not \${cat_1.cat}; const it_1 = require("./cat");\`;`,
};

test('modules of a folder stand in one file, and say the same', () => {
  const dir = scratch();
  write(dir, MODULES);
  expect(packModules(path.join(dir, 'rules'))).toBe(2);
  expect(Object.keys(snapshot(dir)).sort()).toEqual([
    'facts.js',
    'rules/index.d.ts',
    'rules/index.js',
  ]);
  const script = `console.log(JSON.stringify(require('./rules').RULES))`;
  const said = execFileSync(process.execPath, ['-e', script], { cwd: dir, encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual(['cat 4', 'dog, not cat 4; const it_1 = require("./cat");']);
});

test('where there is no such folder, there is nothing to pack', () => {
  expect(packModules(path.join(scratch(), 'rules'))).toBe(0);
});
