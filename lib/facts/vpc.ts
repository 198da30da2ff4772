import { NameRule } from './names';

/**
 * Names of endpoint gateways.
 * @see https://cloud.ibm.com/docs/vpc?topic=vpc-ordering-endpoint-gateway
 */
export const GATEWAY_NAME: NameRule = {
  pattern: /^([a-z]|[a-z][-a-z0-9]*[a-z0-9])$/,
  most: 63,
  words: 'lower case letters, digits and hyphens, a letter first',
};

/** Ids of VPCs, subnets and security groups. */
export const VPC_ID: NameRule = {
  pattern: /^[-0-9a-z_]+$/,
  most: 64,
  words: 'an id of the VPC infrastructure, as in r006-4727d842-f94f-4a2d-824a-9bc9b02c523b',
};
