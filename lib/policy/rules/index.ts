/* eslint-disable max-lines -- a list of files, not code */
import type { Rule } from '../rule';
import { accountAsksSecondFactor } from './access/account-asks-second-factor';
import { accountRestrictsCreation } from './access/account-restricts-creation';
import { activityTracked } from './access/activity-tracked';
import { apiKeyExpires } from './access/api-key-expires';
import { apiKeyNotStored } from './access/api-key-not-stored';
import { apiRestricted } from './access/api-restricted';
import { authorizationNamesInstances } from './access/authorization-names-instances';
import { claimsSayWho } from './access/claims-say-who';
import { groupsNotPeople } from './access/groups-not-people';
import { instanceTagsApart } from './access/instance-tags-apart';
import { noAccountManagement } from './access/no-account-management';
import { noPublicGroup } from './access/no-public-group';
import { oneOwnerOfMembers } from './access/one-owner-of-members';
import { operatorNamesGroups } from './access/operator-names-groups';
import { policyNamesWhatItOpens } from './access/policy-names-what-it-opens';
import { privateEndpointGuarded } from './access/private-endpoint-guarded';
import { profileLinkReplaced } from './access/profile-link-replaced';
import { profileNamesWorkload } from './access/profile-names-workload';
import { profileOverApiKey } from './access/profile-over-api-key';
import { projectNamed } from './access/project-named';
import { pullIdentityReads } from './access/pull-identity-reads';
import { restrictionAsksSecondFactor } from './access/restriction-asks-second-factor';
import { restrictionEnforced } from './access/restriction-enforced';
import { restrictionSaysOperations } from './access/restriction-says-operations';
import { supportingServicesRestricted } from './access/supporting-services-restricted';
import { tagsFollowResource } from './access/tags-follow-resource';
import { zoneNarrow } from './access/zone-narrow';
import { noAnonymous } from './auth/no-anonymous';
import { noSelfService } from './auth/no-self-service';
import { noSelfSignUp } from './auth/no-self-sign-up';
import { noTrialProviders } from './auth/no-trial-providers';
import { oneOwnerOfRedirects } from './auth/one-owner-of-redirects';
import { passwordRules } from './auth/password-rules';
import { passwordStrength } from './auth/password-strength';
import { proxiedAppClosed } from './auth/proxied-app-closed';
import { proxyAsksEveryone } from './auth/proxy-asks-everyone';
import { proxyCareful } from './auth/proxy-careful';
import { proxyNamesWhoEnters } from './auth/proxy-names-who-enters';
import { publicAppAsksWho } from './auth/public-app-asks-who';
import { redirectsExact } from './auth/redirects-exact';
import { redirectsToTheDomain } from './auth/redirects-to-the-domain';
import { samlSigned } from './auth/saml-signed';
import { secondFactor } from './auth/second-factor';
import { signInsRecorded } from './auth/sign-ins-recorded';
import { tenantProtected } from './auth/tenant-protected';
import { tokensShortLived } from './auth/tokens-short-lived';
import { commitPinned } from './builds/commit-pinned';
import { gitHostVerified } from './builds/git-host-verified';
import { noCredentialsInUrl } from './builds/no-credentials-in-url';
import { noSecretParameter } from './builds/no-secret-parameter';
import { privateRepository } from './builds/private-repository';
import { sourceSecretFits } from './builds/source-secret-fits';
import { toPrivateRegistry } from './builds/to-private-registry';
import { alarms } from './certificates/alarms';
import { coversTheHost } from './certificates/covers-the-host';
import { edgeShortLived } from './certificates/edge-short-lived';
import { eventHeadersHidden } from './certificates/event-headers-hidden';
import { eventHubProtected } from './certificates/event-hub-protected';
import { eventRulesAreOn } from './certificates/event-rules-are-on';
import { eventStartsAJob } from './certificates/event-starts-a-job';
import { eventTargetEncrypted } from './certificates/event-target-encrypted';
import { fromSecretsManager } from './certificates/from-secrets-manager';
import { importedIsRenewedByHand } from './certificates/imported-is-renewed-by-hand';
import { mappingHasTlsSecret } from './certificates/mapping-has-tls-secret';
import { newKeyEachTime } from './certificates/new-key-each-time';
import { notFromStaging } from './certificates/not-from-staging';
import { privateShortLived } from './certificates/private-short-lived';
import { publicAuthority } from './certificates/public-authority';
import { renewedByItself } from './certificates/renewed-by-itself';
import { rotationReachesTheProject } from './certificates/rotation-reaches-the-project';
import { shortLived } from './certificates/short-lived';
import { accessRuleNotOpen } from './edge/access-rule-not-open';
import { alertsAreOn } from './edge/alerts-are-on';
import { attacksAreTold } from './edge/attacks-are-told';
import { exposedCredentialsChecked } from './edge/exposed-credentials-checked';
import { firewallBlocks } from './edge/firewall-blocks';
import { firewallInForce } from './edge/firewall-in-force';
import { followsTheZone } from './edge/follows-the-zone';
import { healthCheckEncrypted } from './edge/health-check-encrypted';
import { hstsOfSubdomains } from './edge/hsts-of-subdomains';
import { hstsOn } from './edge/hsts-on';
import { httpsOnly } from './edge/https-only';
import { loadBalancerOn } from './edge/load-balancer-on';
import { loadBalancerProxied } from './edge/load-balancer-proxied';
import { logsHoldNoSecrets } from './edge/logs-hold-no-secrets';
import { mappedAppIsClosed } from './edge/mapped-app-is-closed';
import { mappedHostHasLoadBalancer } from './edge/mapped-host-has-load-balancer';
import { oneAnchor } from './edge/one-anchor';
import { oneOwnerOfAPhase } from './edge/one-owner-of-a-phase';
import { oneTlsMinimum } from './edge/one-tls-minimum';
import { originIsTheMapping } from './edge/origin-is-the-mapping';
import { originPastTheEdge } from './edge/origin-past-the-edge';
import { originStrict } from './edge/origin-strict';
import { pageRulesKeepSecurity } from './edge/page-rules-keep-security';
import { rateLimited } from './edge/rate-limited';
import { recordProxied } from './edge/record-proxied';
import { rulesAreOn } from './edge/rules-are-on';
import { securityLevel } from './edge/security-level';
import { tlsMinimum } from './edge/tls-minimum';
import { tlsSuites } from './edge/tls-suites';
import { typesNotGuessed } from './edge/types-not-guessed';
import { visitorsRestricted } from './edge/visitors-restricted';
import { zoneHasSettings } from './edge/zone-has-settings';
import { zoneProtected } from './edge/zone-protected';
import { zoneSigned } from './edge/zone-signed';
import { buildOutputByDigest } from './images/build-output-by-digest';
import { fromPrivateRegistry } from './images/from-private-registry';
import { namespaceProtected } from './images/namespace-protected';
import { oldOnesRemoved } from './images/old-ones-removed';
import { pinnedByDigest } from './images/pinned-by-digest';
import { privateEndpoint } from './images/private-endpoint';
import { pullSecretFits } from './images/pull-secret-fits';
import { retentionChangesAsOne } from './images/retention-changes-as-one';
import { retentionKeepsUntagged } from './images/retention-keeps-untagged';
import { scanned } from './images/scanned';
import { byKey } from './secrets/by-key';
import { dataMasked } from './secrets/data-masked';
import { dataNotLiteral } from './secrets/data-not-literal';
import { dnsByAuthorization } from './secrets/dns-by-authorization';
import { edgeFunctionNotLiteral } from './secrets/edge-function-not-literal';
import { generatedDataHidden } from './secrets/generated-data-hidden';
import { mountedReadOnly } from './secrets/mounted-read-only';
import { noCredentialInCode } from './secrets/no-credential-in-code';
import { noCredentialInEnvironment } from './secrets/no-credential-in-environment';
import { noCredentialInOutput } from './secrets/no-credential-in-output';
import { noDefaultForASecret } from './secrets/no-default-for-a-secret';
import { noLiteralSecret } from './secrets/no-literal-secret';
import { noSecretInConfigMap } from './secrets/no-secret-in-config-map';
import { noUnmaskedCredential } from './secrets/no-unmasked-credential';
import { providerKeyNotLiteral } from './secrets/provider-key-not-literal';
import { rotatedPasswordNotGiven } from './secrets/rotated-password-not-given';
import { rotates } from './secrets/rotates';
import { serviceAccessFollowsCode } from './secrets/service-access-follows-code';
import { stateEncrypted } from './secrets/state-encrypted';
import { storePrivate } from './secrets/store-private';
import { storeProtected } from './secrets/store-protected';
import { storedNotLiteral } from './secrets/stored-not-literal';
import { tlsDataFollowsHost } from './secrets/tls-data-follows-host';
import { allowAllNotAdopted } from './workloads/allow-all-not-adopted';
import { appNotPublic } from './workloads/app-not-public';
import { egressDeclared } from './workloads/egress-declared';
import { egressLimited } from './workloads/egress-limited';
import { failedUpdateNoticed } from './workloads/failed-update-noticed';
import { functionNotPublic } from './workloads/function-not-public';
import { instancesCapped } from './workloads/instances-capped';
import { jobEnds } from './workloads/job-ends';
import { mappingInProject } from './workloads/mapping-in-project';
import { noClearTextUrl } from './workloads/no-clear-text-url';
import { noServiceAccount } from './workloads/no-service-account';
import { notRoot } from './workloads/not-root';
import { privatePathDedicated } from './workloads/private-path-dedicated';
import { probed } from './workloads/probed';
import { projectInResourceGroup } from './workloads/project-in-resource-group';
import { projectProtected } from './workloads/project-protected';
import { requestsBounded } from './workloads/requests-bounded';
import { scalesBeforeFull } from './workloads/scales-before-full';

/** Every rule, in the order of its id; generated. */
// prettier-ignore
export const RULES: readonly Rule[] = [
  accountAsksSecondFactor,
  accountRestrictsCreation,
  activityTracked,
  apiKeyExpires,
  apiKeyNotStored,
  apiRestricted,
  authorizationNamesInstances,
  claimsSayWho,
  groupsNotPeople,
  instanceTagsApart,
  noAccountManagement,
  noPublicGroup,
  oneOwnerOfMembers,
  operatorNamesGroups,
  policyNamesWhatItOpens,
  privateEndpointGuarded,
  profileLinkReplaced,
  profileNamesWorkload,
  profileOverApiKey,
  projectNamed,
  pullIdentityReads,
  restrictionAsksSecondFactor,
  restrictionEnforced,
  restrictionSaysOperations,
  supportingServicesRestricted,
  tagsFollowResource,
  zoneNarrow,
  noAnonymous,
  noSelfService,
  noSelfSignUp,
  noTrialProviders,
  oneOwnerOfRedirects,
  passwordRules,
  passwordStrength,
  proxiedAppClosed,
  proxyAsksEveryone,
  proxyCareful,
  proxyNamesWhoEnters,
  publicAppAsksWho,
  redirectsExact,
  redirectsToTheDomain,
  samlSigned,
  secondFactor,
  signInsRecorded,
  tenantProtected,
  tokensShortLived,
  commitPinned,
  gitHostVerified,
  noCredentialsInUrl,
  noSecretParameter,
  privateRepository,
  sourceSecretFits,
  toPrivateRegistry,
  alarms,
  coversTheHost,
  edgeShortLived,
  eventHeadersHidden,
  eventHubProtected,
  eventRulesAreOn,
  eventStartsAJob,
  eventTargetEncrypted,
  fromSecretsManager,
  importedIsRenewedByHand,
  mappingHasTlsSecret,
  newKeyEachTime,
  notFromStaging,
  privateShortLived,
  publicAuthority,
  renewedByItself,
  rotationReachesTheProject,
  shortLived,
  accessRuleNotOpen,
  alertsAreOn,
  attacksAreTold,
  exposedCredentialsChecked,
  firewallBlocks,
  firewallInForce,
  followsTheZone,
  healthCheckEncrypted,
  hstsOfSubdomains,
  hstsOn,
  httpsOnly,
  loadBalancerOn,
  loadBalancerProxied,
  logsHoldNoSecrets,
  mappedAppIsClosed,
  mappedHostHasLoadBalancer,
  oneAnchor,
  oneOwnerOfAPhase,
  oneTlsMinimum,
  originIsTheMapping,
  originPastTheEdge,
  originStrict,
  pageRulesKeepSecurity,
  rateLimited,
  recordProxied,
  rulesAreOn,
  securityLevel,
  tlsMinimum,
  tlsSuites,
  typesNotGuessed,
  visitorsRestricted,
  zoneHasSettings,
  zoneProtected,
  zoneSigned,
  buildOutputByDigest,
  fromPrivateRegistry,
  namespaceProtected,
  oldOnesRemoved,
  pinnedByDigest,
  privateEndpoint,
  pullSecretFits,
  retentionChangesAsOne,
  retentionKeepsUntagged,
  scanned,
  byKey,
  dataMasked,
  dataNotLiteral,
  dnsByAuthorization,
  edgeFunctionNotLiteral,
  generatedDataHidden,
  mountedReadOnly,
  noCredentialInCode,
  noCredentialInEnvironment,
  noCredentialInOutput,
  noDefaultForASecret,
  noLiteralSecret,
  noSecretInConfigMap,
  noUnmaskedCredential,
  providerKeyNotLiteral,
  rotatedPasswordNotGiven,
  rotates,
  serviceAccessFollowsCode,
  stateEncrypted,
  storePrivate,
  storeProtected,
  storedNotLiteral,
  tlsDataFollowsHost,
  allowAllNotAdopted,
  appNotPublic,
  egressDeclared,
  egressLimited,
  failedUpdateNoticed,
  functionNotPublic,
  instancesCapped,
  jobEnds,
  mappingInProject,
  noClearTextUrl,
  noServiceAccount,
  notRoot,
  privatePathDedicated,
  probed,
  projectInResourceGroup,
  projectProtected,
  requestsBounded,
  scalesBeforeFull,
];
