import { redirectUrls } from '../../../lib/constructs/auth/redirect-urls';
import { CALLBACK, proxy, tenant } from '../../kit/samples-auth';
import { SignIn } from '../../../lib/constructs/auth/sign-in';
import { AppIdApplication } from '../../../lib/constructs/auth/app-id-application';
import { synthesize } from '../../kit/synth';
import { expectTrap } from '../../kit/traps';

test('a tenant has one list, whoever asks for an address', () => {
  expectTrap('app-id/redirect-urls-have-two-owners');
  const { all } = synthesize((stack) => {
    const of = tenant(stack, { redirectUrls: ['https://a.example.com/x'] });
    const signIn = SignIn.appId(new AppIdApplication(stack, 'web', { tenant: of }));
    proxy(stack, { signIn });
    of.addRedirectUrl('https://b.example.com/x');
  });
  expect(all('ibm_appid_redirect_urls').map(({ urls }) => urls)).toEqual([
    ['https://a.example.com/x', 'https://b.example.com/x', CALLBACK],
  ]);
});

test.each([[undefined], ['http://a.example.com/x'], ['https://*.example.com/'], ['a']])(
  '%s is no address at which a sign-in may end',
  (url) => {
    expect(redirectUrls.problemsIn('url', url as string)).toHaveLength(1);
  },
);
