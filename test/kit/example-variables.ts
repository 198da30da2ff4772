import { CIS_CRN, COMMIT, DIGEST, RESOURCE_GROUP_ID, ZONE_ID } from './samples';

/** Values for the variables of the examples that are not sensitive. */
export const EXAMPLE_VARIABLES: Record<string, string> = {
  resource_group_id: RESOURCE_GROUP_ID,
  image: `private.us.icr.io/shop/web@${DIGEST}`,
  administrator_email: 'ada@example.com',
  auditor_email: 'grace@example.com',
  audit_ends: '2999-12-31T18:00:00+00:00',
  certificate_chain: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  cis_crn: CIS_CRN,
  commit: COMMIT,
  zone_id: ZONE_ID,
  secrets_manager_crn:
    'crn:v1:bluemix:public:secrets-manager:us-south:a/0:01234567-89ab-cdef-0123-456789abcdef::',
  event_notifications_crn:
    'crn:v1:bluemix:public:event-notifications:us-south:a/0:fedcba98-89ab-cdef-0123-456789abcdef::',
  node_image: `private.us.icr.io/acme-stock/node@${DIGEST}`,
  proxy_image: `private.us.icr.io/acme-stock/oauth2-proxy@${DIGEST}`,
  orders_image: `private.us.icr.io/warehouse/orders@${DIGEST}`,
  stock_image: `private.us.icr.io/warehouse/stock@${DIGEST}`,
  database_gateway_crn:
    'crn:v1:bluemix:public:is:us-south:a/0::private-path-service-gateway:r006-1',
  account_id: '0123456789abcdef0123456789abcdef',
  vpc_crn: 'crn:v1:bluemix:public:is:us-south:a/0123456789abcdef0123456789abcdef::vpc:r006-1',
  vpc_id: 'r006-1',
  project_crn:
    'crn:v1:bluemix:public:codeengine:us-south:a/0123456789abcdef0123456789abcdef:01234567-89ab-cdef-0123-456789abcdef::',
  subnet_id: '0717-1',
  security_group_id: 'r006-2',
  timer_source_id: '01234567-89ab-cdef-0123-456789abcdef',
  image_digest: DIGEST,
  deployer_id: 'ServiceId-01234567-89ab-cdef-0123-456789abcdef',
};
