import { issue } from '../../kit/rotation/authority';
import { fakePorts, sourceOf, targetOf } from '../../kit/rotation/ports';
import { Ports } from '../../../lib/runtime/certificate-rotation/ports';

test('the world of a rotation can be kept in memory, with writes on condition', async () => {
  const issued = await issue();
  const ports: Ports = fakePorts(sourceOf(issued), targetOf(issued));
  const { etag } = await ports.target.read('www-tls', 0);
  const content = { certificate: 'a', privateKey: 'b' };
  expect(await ports.target.write('www-tls', content, 'another', 0)).toBe('stale');
  expect(await ports.target.write('www-tls', content, etag, 0)).toBe('written');
  expect(await ports.target.read('www-tls', 0)).toMatchObject({ ...content, etag: '2' });
});
