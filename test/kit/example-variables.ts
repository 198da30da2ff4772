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
  image_digest: DIGEST,
  deployer_id: 'ServiceId-01234567-89ab-cdef-0123-456789abcdef',
};
