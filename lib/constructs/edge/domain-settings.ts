import { dependable } from 'cdktf';
import { ICisZone, onZone } from './zone';
import {
  CisDomainSettings,
  CisDomainSettingsConfig,
} from '../../.gen/providers/ibm/cis-domain-settings';
import { OptOut, Problem, recordWaivers, reject, replacementTrigger } from '../../core';
import { MINIMUM_TLS_VERSION } from '../../facts/tls';

/** Settings of a zone; the first owner of one is the only one. */
export type ZoneSettings = Omit<
  Partial<CisDomainSettingsConfig>,
  'cisId' | 'domainId' | 'dnssec' | 'lifecycle'
>;

/** The one resource of the settings of a zone, and what was said of them. */
interface Ledger {
  readonly resource: CisDomainSettings;
  readonly taken: Set<string>;
  readonly optOuts: OptOut[];
}

const ledgers = new WeakMap<object, Ledger>();

/** The settings of a zone: one resource, since two would undo each other, to which several constructs contribute. */
export const domainSettings = {
  /** The one resource, for `dependsOn` of what is not to be reached before the settings hold. */
  of: (zone: ICisZone): CisDomainSettings => ledgerOf(zone).resource,

  /** Sets some of them, and records the waivers that go with them. */
  contribute: (zone: ICisZone, settings: ZoneSettings, optOuts: readonly OptOut[]): void => {
    const { securityHeader, ...plain } = settings;
    const { resource } = take(zone, Object.keys(settings), optOuts);
    Object.assign(resource, plain);
    if (securityHeader) resource.putSecurityHeader(securityHeader);
  },

  /**
   * Signs the zone, or not.
   *
   * trap internet-services/dnssec-pending-never-converges: the zone is pending until the registrar has the DS record, so
   * what is read is no drift. A change is sent by making the settings anew, which deletes nothing; a zone whose signature
   * somebody took away is told by a condition.
   */
  sign: (zone: ICisZone, isSigned: boolean, optOuts: readonly OptOut[]): void => {
    const { resource } = take(zone, ['dnssec'], optOuts);
    const dnssec = isSigned ? 'active' : 'disabled';
    const change = replacementTrigger(onZone.construct(zone), 'Dnssec', dnssec);
    resource.dnssec = dnssec;
    resource.lifecycle = {
      ignoreChanges: ['dnssec'],
      replaceTriggeredBy: [onZone.replacement(zone), change],
      postcondition: isSigned ? [staysSigned(dependable(resource))] : undefined,
    };
  },
};

function take(zone: ICisZone, settings: readonly string[], optOuts: readonly OptOut[]): Ledger {
  const ledger = ledgerOf(zone);
  reject(onZone.construct(zone), problemsIn(zone, ledger, settings));
  for (const setting of settings) ledger.taken.add(setting);
  ledger.optOuts.push(...optOuts);
  recordWaivers(ledger.resource, ledger.optOuts);
  return ledger;
}

const problemsIn = (zone: ICisZone, ledger: Ledger, settings: readonly string[]): Problem[] => [
  ...(onZone.isInStackOf(zone, ledger.resource) ? [] : [ELSEWHERE]),
  ...settings
    .filter((it) => ledger.taken.has(it))
    .map((prop) => ({ prop, got: 'a second owner', expected: 'one for each setting of a zone' })),
];

const ELSEWHERE: Problem = {
  prop: 'zone',
  got: 'a zone whose settings are made in another stack',
  expected: 'one whose settings are made in this stack',
};

function ledgerOf(zone: ICisZone): Ledger {
  const known = ledgers.get(onZone.identity(zone));
  if (known) return known;
  const resource = new CisDomainSettings(onZone.construct(zone), 'Settings', terraformOf(zone));
  const ledger = { resource, taken: new Set<string>(), optOuts: [] };
  ledgers.set(onZone.identity(zone), ledger);
  return ledger;
}

const staysSigned = (address: string) => ({
  condition: '${self.dnssec != "disabled"}',
  errorMessage: `DNSSEC of the zone was turned off by somebody else. To turn it on, apply with -replace=${address}, which interrupts nothing.`,
});

const terraformOf = (zone: ICisZone): CisDomainSettingsConfig => ({
  ...onZone.terraformOf(zone),
  // trap internet-services/empty-domain-settings-set-tls-1-2: never silent about it.
  minTlsVersion: MINIMUM_TLS_VERSION,
});
