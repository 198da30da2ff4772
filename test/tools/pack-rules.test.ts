import { execFileSync } from 'child_process';
import * as path from 'path';
import { packRules } from '../../tools/pack-rules';
import { scratch, snapshot, write } from './scratch';

const told = (id: string) => `id: '${id}', severity: 'low', types: ['pet'], packs: []`;
const MODULES = {
  'facts.js': `exports.LEGS = 4;`,
  'rules/index.js': `const cat_1 = require("./animals/cat");
const dog_1 = require("./animals/dog");
exports.RULES = [dog_1.dog, cat_1.cat];`,
  'rules/index.d.ts': `export declare const RULES: unknown[];`,
  'rules/animals/cat.js': `"use strict";
globalThis.read = [...globalThis.read ?? [], 'cat'];
const facts_1 = require("../../facts");
const legs = facts_1.LEGS;
exports.cat = { ${told('animals/cat')}, title: 'cat ' + legs };`,
  'rules/animals/cat.d.ts': `export declare const cat: unknown;`,
  'rules/animals/dog.js': `const cat_1 = require("./cat");
const legs = 'not those of the cat';
exports.dog = { ${told('animals/dog')},
  judge(it) { return \`\${this.id}, not a \${cat_1.cat.title}, \${it}; const it_1 = require("./cat");\`; } };`,
};

function said(dir: string, script: string): unknown {
  const whole = `const { RULES } = require('./rules'); console.log(JSON.stringify(${script}))`;
  return JSON.parse(
    execFileSync(process.execPath, ['-e', whole], { cwd: dir, encoding: 'utf8' }),
  ) as unknown;
}

function packed(): string {
  const dir = scratch();
  write(dir, MODULES);
  expect(packRules(path.join(dir, 'rules'))).toBe(2);
  return dir;
}

test('the rules of a folder stand in one file, and say the same in the same order', () => {
  const dir = packed();
  expect(Object.keys(snapshot(dir)).sort()).toEqual([
    'facts.js',
    'rules/index.d.ts',
    'rules/index.js',
  ]);
  const rule = { severity: 'low', types: ['pet'], packs: [] };
  expect(said(dir, 'RULES')).toEqual([
    { ...rule, id: 'animals/dog' },
    { ...rule, id: 'animals/cat', title: 'cat 4' },
  ]);
  expect(said(dir, 'RULES[0].judge("no")')).toBe(
    'animals/dog, not a cat 4, no; const it_1 = require("./cat");',
  );
});

test('a rule is read when more is asked of it than whether it is to be asked', () => {
  const dir = packed();
  const types = 'RULES.map(({ id, types }) => id + types)';
  expect(said(dir, `[${types}, globalThis.read ?? []]`)).toEqual([
    ['animals/dogpet', 'animals/catpet'],
    [],
  ]);
  expect(said(dir, '[RULES[1].title, RULES[1].title, globalThis.read]')).toEqual([
    ...['cat 4', 'cat 4', ['cat']],
  ]);
});

test('what is no rule of a module is refused', () => {
  const dir = scratch();
  write(dir, { ...MODULES, 'rules/index.js': `exports.RULES = [{ ${told('animals/mouse')} }];` });
  expect(() => packRules(path.join(dir, 'rules'))).toThrow(
    /index\.js: got .*mouse.*, expected a rule that a module exports, with id, severity, types, packs/,
  );
});

test('where there is no such folder, there is nothing to pack', () => {
  expect(packRules(path.join(scratch(), 'rules'))).toBe(0);
});
