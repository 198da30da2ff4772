import { dnsByAuthorization } from '../../../../lib/policy/rules/secrets/dns-by-authorization';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(dnsByAuthorization, {
  holds: [{ cloud_internet_services_crn: 'crn:v1:…' }],
  breaks: [
    { cloud_internet_services_apikey: 'canary' },
    { cloud_internet_services_apikey: '${ibm_iam_service_api_key.dns.apikey}' },
  ],
  unknown: [{ cloud_internet_services_apikey: UNKNOWN }],
  saysNothing: 'holds',
});
