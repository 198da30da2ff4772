import {
  existingCertificate,
  gateOfCertificate,
} from '../../../lib/constructs/certificates/certificate-reads';
import { CertificateKind } from '../../../lib/facts/certificates';
import { STORE_ID, group, store } from '../../kit/samples-secrets';
import { synthesize } from '../../kit/synth';

const { PUBLIC, IMPORTED } = CertificateKind;
const WANTED = { hosts: ['www.example.com'], secretName: 'web', maximumDays: 30 };

test.each([
  [PUBLIC, 'data.ibm_sm_public_certificate_metadata'],
  [IMPORTED, 'data.ibm_sm_imported_certificate_metadata'],
])('the gate of a certificate of kind %s reads no key', (kind, type) => {
  const synthesized = synthesize((stack) => {
    const wanted = { store: store(stack), secretId: 'id', kind, maximumDays: 30 };
    gateOfCertificate(stack, wanted);
  });
  expect(synthesized.types).toEqual([type]);
  expect(synthesized.only(type)).toMatchObject({
    instance_id: STORE_ID,
    region: 'eu-de',
    endpoint_type: 'private',
    secret_id: 'id',
    lifecycle: { postcondition: [{ condition: expect.stringContaining('720h') }] },
  });
});

test.each([
  [PUBLIC, 'data.ibm_sm_public_certificate'],
  [IMPORTED, 'data.ibm_sm_imported_certificate'],
])('the key of a certificate of kind %s is read when it is asked for, once', (kind, type) => {
  const read = (times: number) =>
    synthesize((stack) => {
      const { firstContent } = existingCertificate(group(stack), 'id', kind).make(stack, WANTED);
      for (let time = 0; time < times; time += 1) firstContent();
    }).types;
  expect(read(0)).not.toContain(type);
  expect(read(2).filter((it) => it === type)).toHaveLength(1);
});
