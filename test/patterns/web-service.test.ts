import { WEB_SERVICE_DEFAULTS, webService } from '../../lib/patterns/web-service';
import { image, zone } from '../kit/samples';
import { hub, issuer } from '../kit/samples-certificates';
import { CertificateSource } from '../../lib/constructs/certificates/certificate-source';
import { newStack } from '../kit/synth';

const config = (emails: string[]) => {
  const stack = newStack();
  const place = zone(stack);
  return {
    ...WEB_SERVICE_DEFAULTS,
    zone: place,
    host: 'shop.example.com',
    certificate: CertificateSource.ordered(issuer(stack, { zone: place })),
    hub: hub(stack),
    rotatorImage: image(),
    emails,
  };
};

test('a service with somebody to tell has no problem that its parts would not name', () => {
  expect(webService.problemsIn(config(['ops@example.com']))).toEqual([]);
});

test('a service without anybody to tell is refused', () => {
  expect(webService.problemsIn(config([]))).toMatchObject([{ prop: 'emails' }]);
});
