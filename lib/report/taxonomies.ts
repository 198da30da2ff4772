/** The controls that rules serve, as SARIF has them: one taxonomy a framework, and references into it. */
import { Control, Framework, controlOf } from './frameworks';

export interface Taxonomies {
  /** What a run lists. */
  readonly components: readonly object[];
  /** What a tool says that it knows. */
  readonly references: readonly object[];
  /** How a rule or a result refers to a control. */
  readonly target: (control: string) => object;
}

export function taxonomiesOf(texts: readonly string[]): Taxonomies {
  const controls = new Map([...new Set(texts)].sort().map((text) => [text, controlOf(text)]));
  const names = [...new Set([...controls.values()].map(({ framework }) => framework.name))].sort();
  const groups = names.map((name) => [...controls.values()].filter((it) => isOf(it, name)));
  const taxa = groups.map((group) => [...new Set(group.map(({ id }) => id))]);
  const reference = (name: string) => ({ name, index: names.indexOf(name) });
  return {
    components: groups.map(([{ framework }], at) => componentOf(framework, taxa[at])),
    references: names.map(reference),
    target(text) {
      const { id, framework } = controls.get(text)!;
      const toolComponent = reference(framework.name);
      return { id, index: taxa[toolComponent.index].indexOf(id), toolComponent };
    },
  };
}

const isOf = ({ framework }: Control, name: string): boolean => framework.name === name;

const componentOf = (
  { name, version, organization, page }: Framework,
  ids: readonly string[],
): object => ({
  name,
  version,
  organization,
  informationUri: page,
  shortDescription: { text: `Controls of ${name}` },
  // only those that a rule in this run serves.
  isComprehensive: false,
  taxa: ids.map((id) => ({ id, name: id })),
});
