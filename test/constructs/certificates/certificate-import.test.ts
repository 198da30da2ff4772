import { certificateImport } from '../../../lib/constructs/certificates/certificate-import';
import { STORE_ID, store, value } from '../../kit/samples-secrets';
import { synthesize } from '../../kit/synth';

const WANTED = { hosts: ['www.example.com'], secretName: 'web', maximumDays: 90 };
const imported = () =>
  synthesize((stack) => {
    const privateKey = value(stack);
    const given = { store: store(stack), certificate: 'leaf', intermediate: 'rest', privateKey };
    certificateImport(given).make(stack, WANTED);
  });

test('a certificate is imported into a group of its own', () => {
  expect(imported().only('ibm_sm_imported_certificate')).toEqual({
    instance_id: STORE_ID,
    region: 'eu-de',
    endpoint_type: 'private',
    secret_group_id: expect.stringMatching(/^\$\{ibm_sm_secret_group\.\w+\.secret_group_id\}$/),
    name: 'web',
    description: 'A certificate that was issued elsewhere',
    labels: [],
    certificate: 'leaf',
    intermediate: 'rest',
    private_key: '${var.secret}',
  });
});

test('how long it lives is looked at after each change, without its key', () => {
  const synthesized = imported();
  expect(synthesized.only('data.ibm_sm_imported_certificate_metadata')).toMatchObject({
    instance_id: STORE_ID,
    secret_id: '${ibm_sm_imported_certificate.Resource.secret_id}',
    depends_on: ['ibm_sm_imported_certificate.Resource'],
    lifecycle: { postcondition: [{ condition: expect.stringContaining('2160h') }] },
  });
  expect(synthesized.types).not.toContain('data.ibm_sm_imported_certificate');
});
