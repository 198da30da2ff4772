import { IConfigMap } from './config-map';
import { isA, rejectValue } from '../../core';
import { IAppSecret } from '../secrets/app-secret';

/**
 * What stands as files in a folder of a container, one file a key, for reading only.
 *
 * Files follow a secret that changes while an instance runs; environment variables do not.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secretcm-reference-mountedfiles
 */
export class Mount {
  /**
   * The keys of a secret as files.
   * @throws an error when it is no secret
   */
  public static fromSecret(secret: IAppSecret): Mount {
    rejectValue('Mount', isA('secret', secret, 'secretName', 'an AppSecret'));
    return new Mount('secret', secret.secretName);
  }

  /**
   * The keys of a config map as files.
   * @throws an error when it is no config map
   */
  public static fromConfigMap(configMap: IConfigMap): Mount {
    rejectValue('Mount', isA('configMap', configMap, 'configMapName', 'a ConfigMap'));
    return new Mount('config_map', configMap.configMapName);
  }

  private constructor(
    private readonly type: string,
    private readonly reference: string,
  ) {}

  /**
   * trap code-engine/writable-mount-is-lost-on-update, trap code-engine/writable-mount-never-converges: there is no
   * writable one.
   * @internal
   */
  public _toTerraform(mountPath: string) {
    return { mountPath, type: this.type, reference: this.reference, readOnly: true };
  }
}
