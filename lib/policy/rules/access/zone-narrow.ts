import { Rule, breaks, holds } from '../../rule';

/** How many public addresses one entry may hold: as many as a mask of 16 bits leaves. */
const MOST = 2 ** 16;

export const zoneNarrow: Rule = {
  id: 'access/zone-narrow',
  title: 'a network zone holds no more of the internet than it needs',
  severity: 'high',
  types: ['ibm_cbr_zone'],
  reads: ['addresses.type', 'addresses.value'],
  remedy: 'name the networks that are meant',
  fix: {
    typescript:
      'new NetworkZone(this, "office", { accountId, addresses: [NetworkAddress.subnet("192.0.2.0/24")] })',
    hcl: 'addresses { type = "subnet" value = "192.0.2.0/24" }',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-context-restrictions-create',
  row: 'access',
  controls: ['NIST SC-7(5)', 'IBM-FS SC-7(5)'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['CBR-003'],

  judge(zone) {
    const addresses = zone.blocks('addresses');
    const wide = addresses.map((it) => it.known('value') ?? '').find((it) => isWide(it));
    if (wide !== undefined) return breaks(`\`addresses\` has '${wide}'`);
    for (const it of addresses)
      if (['ipRange', 'subnet'].includes(it.text('type') ?? '')) it.get('value');
    return holds;
  },
};

/** Ranges of IPv4 are counted; of IPv6 only what is everything is seen. */
function isWide(value: string): boolean {
  if (/^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(value)) return false;
  const mask = /\/(\d+)$/.exec(value)?.[1];
  if (mask !== undefined)
    return value.includes(':') ? mask === '0' : 2 ** (32 - Number(mask)) > MOST;
  const [first, last] = value.split('-').map(numberOf);
  return last - first >= MOST;
}

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
