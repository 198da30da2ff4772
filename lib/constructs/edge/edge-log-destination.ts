import { Fn, Token } from 'cdktf';
import { Problem, given, isA, matches, partsOfCrn, quoted, rejectValue } from '../../core';
import { BUCKET_NAME, BUCKET_PATH, EdgeLogDataset, REGION_CODE } from '../../facts/edge-logs';
import { NameRule, instanceCrn } from '../../facts/names';
import { SecretValue } from '../secrets/secret-value';

/** Options for `EdgeLogDestination.objectStorage`. */
export interface EdgeLogBucketOptions {
  /** The cloud resource name of the instance of Object Storage. */
  readonly instanceCrn: string;
  /** The bucket, in which the user `cislogp@us.ibm.com` has the role Object Writer. */
  readonly bucketName: string;
  /** The region of the bucket: `eu-de`, or `eu` for a bucket that lies in several. */
  readonly bucketRegion: string;
  /**
   * Where in the bucket the logs go; `{DATE}` makes a folder for each day. Each job needs a path of its own.
   * @default - the top of the bucket
   */
  readonly path?: string;
  /** The text that Internet Services put into the bucket to see whose it is. */
  readonly ownershipChallenge: SecretValue;
}

/**
 * Where edge logs go.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-logpush
 */
export class EdgeLogDestination {
  /**
   * An instance of IBM Cloud Logs.
   * @param instanceCrn the cloud resource name of the instance
   * @param apiKey an API key of an identity that has the role Sender on the instance, and no other
   * @throws an error when it is no such instance, or the key is a literal
   */
  public static cloudLogs(instanceCrn: string, apiKey: SecretValue): EdgeLogDestination {
    rejectValue('EdgeLogDestination', [
      ...is('instanceCrn', instanceCrn, LOGS_CRN),
      ...isA('apiKey', apiKey, '_reference', 'a SecretValue'),
    ]);
    const { instanceId, region } = partsOfCrn(instanceCrn);
    const ibmcl = { instanceId, region, apiKey: apiKey._reference };
    return new EdgeLogDestination('ibmcl', Object.values(EdgeLogDataset), { ibmcl });
  }

  /**
   * A bucket of Object Storage. Its owner has to answer for it first: ask Internet Services for an ownership challenge,
   * which it puts into the bucket as a file, and give what stands there.
   * @throws an error naming every problem: no such instance, no bucket, no region, a literal challenge
   */
  public static objectStorage(options: EdgeLogBucketOptions): EdgeLogDestination {
    const { bucketName, bucketRegion, path, ownershipChallenge } = options;
    rejectValue('EdgeLogDestination', [
      ...is('instanceCrn', options.instanceCrn, STORAGE_CRN),
      ...is('bucketName', bucketName, BUCKET_NAME),
      ...is('bucketRegion', bucketRegion, REGION_CODE),
      ...matches('path', path, BUCKET_PATH),
      ...isA('ownershipChallenge', ownershipChallenge, '_reference', 'a SecretValue'),
    ]);
    const cos = {
      bucket_name: quoted(bucketName),
      id: quoted(partsOfCrn(options.instanceCrn).instanceId),
      region: quoted(bucketRegion),
      ...(path === undefined ? {} : { path: quoted(`${path}/`) }),
    };
    return new EdgeLogDestination('cos', BUCKET_DATASETS, {
      cos: Token.asString(Fn.jsonencode(cos)),
      ownershipChallenge: ownershipChallenge._reference,
    });
  }

  private constructor(
    /** @internal */
    public readonly _kind: string,
    /** @internal */
    public readonly _datasets: readonly EdgeLogDataset[],
    /** @internal */
    public readonly _terraform: Destination,
  ) {}

  /** Says what it is, and no more. */
  public toString(): string {
    return `a destination of kind ${this._kind}`;
  }
}

interface Destination {
  readonly ibmcl?: {
    readonly instanceId: string;
    readonly region: string;
    readonly apiKey: string;
  };
  readonly cos?: string;
  readonly ownershipChallenge?: string;
}

const LOGS_CRN = instanceCrn('logs');
const STORAGE_CRN = instanceCrn('cloud-object-storage');
const BUCKET_DATASETS = [EdgeLogDataset.FIREWALL_EVENTS, EdgeLogDataset.HTTP_REQUESTS];

const is = (prop: string, value: string, rule: NameRule): Problem[] => [
  ...given(prop, value, rule.words),
  ...matches(prop, value ?? undefined, rule),
];
