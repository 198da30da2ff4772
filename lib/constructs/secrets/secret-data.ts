import { SecretValue } from './secret-value';
import {
  Problem,
  given,
  isA,
  isText,
  known,
  matches,
  member,
  notEmpty,
  quoted,
  rejectValue,
} from '../../core';
import { DATA_KEY, REGISTRY_HOST, RESOURCE_GROUP_ID } from '../../facts/names';

/** Options for `SecretData.tls`. */
export interface TlsSecretOptions {
  /** The certificate and its intermediates as PEM, the certificate of the host first; a text or a reference. */
  readonly certificateChain: string;
  /** The private key as PEM, without a passphrase. */
  readonly privateKey: SecretValue;
}

/** Options for `SecretData.registry`. */
export interface RegistrySecretOptions {
  /** The host of the registry: `private.us.icr.io`. */
  readonly server: string;
  /** The user: `iamapikey` where the password is an API key of IBM Cloud. */
  readonly username: string;
  /** The password or API key. */
  readonly password: SecretValue;
}

/** Options for `SecretData.sshAuth`. */
export interface SshAuthSecretOptions {
  /** The private key, in OpenSSH's own format and without a passphrase. */
  readonly privateKey: SecretValue;
  /** The host keys of the repository's server, one a line as in `known_hosts`: without them any server would be trusted. */
  readonly knownHosts: string;
}

/** Options for `SecretData.basicAuth`. */
export interface BasicAuthSecretOptions {
  /** The user. */
  readonly username: string;
  /** The password. */
  readonly password: SecretValue;
}

/** Options for `SecretData.hmacAuth`. */
export interface HmacAuthSecretOptions {
  /** The id of the access key. */
  readonly accessKeyId: SecretValue;
  /** The access key itself. */
  readonly secretAccessKey: SecretValue;
}

/** Options for `SecretData.serviceAccess`. */
export interface ServiceAccessSecretOptions {
  /** The id of the service instance, a GUID. */
  readonly instanceId: string;
  /** The id of the resource key whose credentials are used, a GUID. */
  readonly resourceKeyId: string;
}

/** Options for `SecretData.serviceOperator`. */
export interface ServiceOperatorSecretOptions {
  /** The id of the service ID under which Code Engine makes credentials. */
  readonly serviceId: string;
  /** The resource groups whose services may be bound, at least one; `*`, which is all of them, is refused. */
  readonly resourceGroupIds: string[];
}

/**
 * What a Code Engine secret holds, in one of the nine formats.
 *
 * Code Engine keeps it, and Terraform's state does too, in clear: keep state in an encrypted backend. What only a
 * running workload needs is better read from a `SecretsStore` at run time.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret
 */
export class SecretData {
  /**
   * Values under keys of your own, for environment variables and files.
   * @throws an error naming every problem: no value, a key that Code Engine does not take, a literal
   */
  public static generic(values: { readonly [key: string]: SecretValue }): SecretData {
    return SecretData.keyed('generic', values);
  }

  /**
   * Values under keys of your own, of a kind that Code Engine does not know.
   * @throws an error naming every problem: no value, a key that Code Engine does not take, a literal
   */
  public static other(values: { readonly [key: string]: SecretValue }): SecretData {
    return SecretData.keyed('other', values);
  }

  /**
   * A certificate for a domain mapping, or for an app that serves TLS itself.
   * @throws an error naming every problem: a private key in the chain, a literal in place of the key
   */
  public static tls(options: TlsSecretOptions): SecretData {
    rejectValue('SecretData', [
      ...isText('certificateChain', options.certificateChain),
      ...noKeyIn('certificateChain', options.certificateChain),
      ...isSecret('privateKey', options.privateKey),
    ]);
    return SecretData.of('tls', {
      tls_cert: options.certificateChain,
      tls_key: options.privateKey._reference,
    });
  }

  /**
   * Leave to pull images from a registry, or to push them there.
   * @throws an error naming every problem: no host, a host with a scheme or a path, no user, a literal password
   */
  public static registry(options: RegistrySecretOptions): SecretData {
    rejectValue('SecretData', [
      ...matches('server', options.server, REGISTRY_HOST),
      ...notBlank('server', options.server, REGISTRY_HOST.words),
      ...notBlank('username', options.username, 'the user of the registry'),
      ...isSecret('password', options.password),
    ]);
    const { server, username, password } = options;
    return SecretData.of('registry', { server, username, password: password._reference });
  }

  /**
   * A deploy key with which a build reads a private repository.
   * @throws an error naming every problem: no host keys, a private key in their place, a literal key
   */
  public static sshAuth(options: SshAuthSecretOptions): SecretData {
    const { privateKey, knownHosts } = options;
    rejectValue('SecretData', [
      ...isSecret('privateKey', privateKey),
      ...notBlank('knownHosts', knownHosts, 'the host keys of the server, as ssh-keyscan has them'),
      ...noKeyIn('knownHosts', knownHosts),
    ]);
    return SecretData.of('ssh_auth', { ssh_key: privateKey._reference, known_hosts: knownHosts });
  }

  /**
   * A user and a password.
   * @throws an error naming every problem: no user, a literal password
   */
  public static basicAuth(options: BasicAuthSecretOptions): SecretData {
    rejectValue('SecretData', [
      ...notBlank('username', options.username, 'the user'),
      ...isSecret('password', options.password),
    ]);
    const { username, password } = options;
    return SecretData.of('basic_auth', { username, password: password._reference });
  }

  /**
   * An access key for a bucket that is mounted as a data store.
   * @throws an error when one of them is a literal
   */
  public static hmacAuth(options: HmacAuthSecretOptions): SecretData {
    rejectValue('SecretData', [
      ...isSecret('accessKeyId', options.accessKeyId),
      ...isSecret('secretAccessKey', options.secretAccessKey),
    ]);
    return SecretData.of('hmac_auth', {
      access_key_id: options.accessKeyId._reference,
      secret_access_key: options.secretAccessKey._reference,
    });
  }

  /**
   * The credentials of a service instance, for a service binding; Code Engine fetches them itself.
   * @throws an error when an id is missing
   */
  public static serviceAccess(options: ServiceAccessSecretOptions): SecretData {
    const { instanceId, resourceKeyId } = options;
    rejectValue('SecretData', [
      ...notBlank('instanceId', instanceId, 'the GUID of a service instance'),
      ...notBlank('resourceKeyId', resourceKeyId, 'the GUID of a resource key'),
    ]);
    const serviceAccess = {
      serviceInstance: { id: instanceId },
      resourceKey: { id: resourceKeyId },
    };
    return new SecretData('service_access', undefined, { serviceAccess }, [
      instanceId,
      resourceKeyId,
    ]);
  }

  /**
   * The identity under which a project makes credentials for service bindings.
   * @throws an error naming every problem: no service ID, no resource group, all of them at once
   */
  public static serviceOperator(options: ServiceOperatorSecretOptions): SecretData {
    const { serviceId, resourceGroupIds } = options;
    rejectValue('SecretData', [
      ...notBlank('serviceId', serviceId, 'the id of a service ID'),
      ...given('resourceGroupIds', resourceGroupIds, 'at least one resource group'),
      ...notEmpty('resourceGroupIds', resourceGroupIds ?? ['?'], 'at least one resource group'),
      ...(resourceGroupIds ?? []).flatMap((id, index) =>
        matches(`resourceGroupIds.${index}`, id, RESOURCE_GROUP_ID),
      ),
    ]);
    const serviceOperator = { serviceid: { id: serviceId }, resourceGroupIds };
    return new SecretData('service_operator', undefined, { serviceOperator }, [
      serviceId,
      ...resourceGroupIds,
    ]);
  }

  private static keyed(format: string, values: { readonly [key: string]: SecretValue }) {
    const entries = Object.entries(values ?? {});
    rejectValue('SecretData', [
      ...notEmpty('values', values ?? {}, 'at least one key with its value'),
      ...entries.flatMap(([key, value]) => [
        ...matches(member('values', key), key, DATA_KEY),
        ...isSecret(member('values', key), value),
      ]),
    ]);
    const references = entries.map(([key, value]) => [key, value._reference]);
    return SecretData.of(format, Object.fromEntries(references) as Record<string, string>);
  }

  private static of(format: string, data: Record<string, string>): SecretData {
    const texts = Object.entries(data).map(([key, text]) => [key, quoted(text)]);
    return new SecretData(format, Object.fromEntries(texts) as Record<string, string>, {}, []);
  }

  private constructor(
    /** The format, in Code Engine's own word. */
    public readonly format: string,
    /** @internal */
    public readonly _data: Readonly<Record<string, string>> | undefined,
    /** @internal */
    public readonly _blocks: object,
    /** @internal */
    public readonly _blockValues: readonly string[],
    /** @internal */
    public readonly _isHandedOver = false,
  ) {}

  /**
   * The same as a first content that somebody else renews: Terraform never puts it back. What needs other first content
   * takes another name, so that the old secret serves until the new one is there.
   * @internal
   */
  public _handedOver(): SecretData {
    return new SecretData(this.format, this._data, this._blocks, this._blockValues, true);
  }

  /** Says what it is, and no more. */
  public toString(): string {
    return `a secret of format ${this.format}`;
  }
}

const isSecret = (prop: string, value: SecretValue): Problem[] =>
  isA(prop, value, '_reference', 'a SecretValue');

const notBlank = (prop: string, value: unknown, expected: string): Problem[] =>
  typeof value === 'string' && value.trim() !== '' ? [] : [{ prop, got: 'nothing', expected }];

/** A private key among what is not secret: the text is not shown. */
const noKeyIn = (prop: string, text: string): Problem[] =>
  typeof text === 'string' && known(text) && text.includes('PRIVATE KEY')
    ? [
        {
          prop,
          got: 'a private key',
          expected: 'what may be seen',
          remedy: 'give it as a SecretValue',
        },
      ]
    : [];
