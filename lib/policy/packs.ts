import { Pack, Rule } from './rule';

/** The rules of a pack; `strict` has every one. */
export const rulesOf = (rules: readonly Rule[], pack: Pack): Rule[] =>
  rules.filter((rule) => pack === 'strict' || rule.packs.includes(pack));
