import { FAILING } from '../../kit/provider/treachery/code-engine';
import { describeOffline } from '../../kit/terraform';
import { specimen } from '../specimen';
import { IN_PLACE, NO_CHANGES, walk } from './trapped';

const APP = 'ibm_code_engine_app';
const BINDING = 'ibm_code_engine_binding';
const DESTINATION = 'ibm_code_engine_allowed_outbound_destination';
const FUNCTION = 'ibm_code_engine_function';
const JOB = 'ibm_code_engine_job';
const MAPPING = 'ibm_code_engine_domain_mapping';
const PROJECT = 'ibm_code_engine_project';
const SECRET = 'ibm_code_engine_secret';

const project_id = '01234567-89ab-cdef-0123-456789abcdef';
const image_reference = 'us.icr.io/team/web:1';
const app = (values: object = {}) => ({
  [APP]: { project_id, name: 'web', image_reference, ...values },
});
const job = (values: object = {}) => ({
  [JOB]: { project_id, name: 'rotate', image_reference, ...values },
});
const func = (values: object = {}) => ({
  [FUNCTION]: specimen(FUNCTION, { project_id, name: 'fn', ...values }),
});
const secret = (values: object) => ({ [SECRET]: { project_id, name: 'own', ...values } });
const probe = (values: object) => [{ type: 'http', path: '/ready', ...values }];
const mount = (read_only: boolean, reference: string) => [
  { type: 'secret', mount_path: '/etc/own', reference, read_only },
];

const PRESENT_PROJECT = {
  [PROJECT]: { name: 'p', resource_group_id: 'fedcba9876543210fedcba9876543210' },
};
const narrow = (name: string, own: string) => ({
  [DESTINATION]: { project_id: own, name, type: 'cidr_block', cidr_block: '10.0.0.0/8' },
});

describeOffline('the traps of apps', () => {
  const it = walk();

  test('code-engine/app-concurrency-target-defaults-to-100: over the concurrency', async () => {
    await it.apply(app({ scale_concurrency: 10 }));
    expect(it.stored(APP)).toMatchObject({ scale_concurrency: 10, scale_concurrency_target: 100 });
  });

  test('code-engine/app-zero-is-dropped-on-create: the service takes its own default', async () => {
    await it.apply(app({ scale_concurrency: 0, scale_initial_instances: 0 }));
    expect(it.stored(APP)).toMatchObject({ scale_concurrency: 100, scale_initial_instances: 1 });
  });

  test('code-engine/app-zero-is-sent-as-null-on-update: and is the default again', async () => {
    await it.apply(app({ scale_max_instances: 5 }));
    await it.apply(app({ scale_max_instances: 0 }));
    expect(it.stored(APP).scale_max_instances).toBe(10);
  });

  test('code-engine/app-zero-instances-never-converge: every plan wants the zero', async () => {
    const zero = /scale_max_instances\s+= 10 -> 0/;
    await it.apply(app({ scale_max_instances: 0 }));
    expect(await it.apply(app({ scale_max_instances: 0 }))).toMatch(zero);
    expect(await it.plan()).toMatch(zero);
  });

  test('code-engine/computed-references-are-stale-on-update: an output is of before', async () => {
    const output = { output: { url: { value: `\${${APP}.it.endpoint}` } } };
    await it.apply(app({ managed_domain_mappings: 'local_public' }), output);
    const text = await it.apply(app({ managed_domain_mappings: 'local' }), output);
    expect(text).toMatch(/url = "https:/);
    expect(await it.plan()).toContain('Changes to Outputs');
  });

  test('code-engine/failed-create-is-tainted-without-reason: and replaced next time', async () => {
    const broken = app({ image_reference: `us.icr.io/team/${FAILING}` });
    expect(await it.failure(broken)).toContain('The instance getAppOptions failed: %!s(<nil>)');
    expect(await it.plan()).toContain('is tainted, so must be replaced');
  });

  test('code-engine/failing-update-reports-success: only the status tells', async () => {
    await it.apply(app());
    await it.apply(app({ image_reference: `us.icr.io/team/${FAILING}` }));
    expect(await it.plan()).toContain(NO_CHANGES);
    expect(it.state(APP).status).toBe('failed');
  });

  test('code-engine/status-postcondition-locks-out-the-cure: the plan is refused', async () => {
    const condition = '${self.status != "failed"}';
    const postcondition = [{ condition, error_message: 'It failed.' }];
    const guarded = (image: string) =>
      app({ image_reference: `us.icr.io/team/${image}`, lifecycle: { postcondition } });
    await it.apply(guarded('web'));
    expect(await it.failure(guarded(FAILING))).toContain('It failed.');
    expect(await it.failure(guarded('cured'))).toContain('It failed.');
    expect(it.stored(APP).image_reference).toContain(FAILING);
  });

  test('code-engine/unset-probe-port-and-delay-are-sent-as-zero: without a diff', async () => {
    await it.apply(app({ probe_liveness: probe({}), probe_readiness: probe({ port: 8080 }) }));
    expect(it.stored(APP).probe_liveness[0]).toMatchObject({ port: 0, initial_delay: 0 });
    expect(it.stored(APP).probe_readiness[0]).toMatchObject({ port: 8080, initial_delay: 0 });
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('code-engine/readiness-probe-keeps-path-after-http-to-tcp: for ever', async () => {
    const tcp = [{ type: 'tcp', port: 8080, initial_delay: 0 }];
    await it.apply(app({ probe_liveness: probe({}), probe_readiness: probe({}) }));
    await it.apply(app({ probe_liveness: tcp, probe_readiness: tcp }));
    expect(it.stored(APP).probe_liveness[0].path).toBeNull();
    expect(it.stored(APP).probe_readiness[0].path).toBe('/ready');
    await it.apply(app({ probe_liveness: tcp, probe_readiness: tcp }));
    expect(await it.plan()).toMatch(/path\s+= "\/ready" -> null/);
  });

  test('code-engine/writable-mount-is-lost-on-update: it was writable only at first', async () => {
    await it.apply(app({ run_volume_mounts: mount(false, 'one') }));
    expect(it.stored(APP).run_volume_mounts[0].read_only).toBe(false);
    await it.apply(app({ run_volume_mounts: mount(false, 'two') }));
    expect(it.stored(APP).run_volume_mounts[0].read_only).toBe(true);
  });

  test('code-engine/writable-mount-never-converges: every plan wants it writable', async () => {
    const readOnly = /read_only\s+= true -> false/;
    await it.apply(app({ run_volume_mounts: mount(false, 'one') }));
    await it.apply(app({ run_volume_mounts: mount(false, 'two') }));
    expect(await it.apply(app({ run_volume_mounts: mount(false, 'two') }))).toMatch(readOnly);
    expect(await it.plan()).toMatch(readOnly);
  });
});

describeOffline('the traps of jobs and functions', () => {
  const it = walk();
  const noLimits = { scale_max_execution_time: 0, scale_retry_limit: 0 };
  const defaults = { scale_max_execution_time: 7200, scale_retry_limit: 3 };

  test('code-engine/daemon-job-sends-default-limits: as if it were a task', async () => {
    await it.apply(job({ run_mode: 'daemon' }));
    expect(it.stored(JOB)).toMatchObject(defaults);
  });

  test('code-engine/daemon-to-task-keeps-zero-limits: which a task does not have', async () => {
    await it.apply(job({ run_mode: 'daemon', ...noLimits }));
    expect(await it.plan()).toContain(NO_CHANGES);
    await it.apply(job({ run_mode: 'task', ...noLimits }));
    expect(it.stored(JOB)).toMatchObject(defaults);
    expect(await it.plan()).toMatch(/scale_max_execution_time\s+= 7200 -> 0/);
  });

  test('code-engine/job-zero-is-dropped-on-create: the service takes its own default', async () => {
    await it.apply(job({ scale_retry_limit: 0 }));
    expect(it.stored(JOB).scale_retry_limit).toBe(3);
  });

  test('code-engine/job-zero-is-sent-as-null-on-update: and is the default again', async () => {
    await it.apply(job({ scale_retry_limit: 1 }));
    await it.apply(job({ scale_retry_limit: 0 }));
    expect(it.stored(JOB).scale_retry_limit).toBe(3);
  });

  test('code-engine/job-zero-limits-never-converge: every plan wants the zero', async () => {
    await it.apply(job(noLimits));
    expect(await it.apply(job(noLimits))).toMatch(/scale_retry_limit\s+= 3 -> 0/);
    expect(await it.plan()).toMatch(/scale_retry_limit\s+= 3 -> 0/);
  });

  test('code-engine/function-zero-is-dropped-on-create: the service takes its own', async () => {
    await it.apply(func({ scale_down_delay: 0 }));
    expect(it.stored(FUNCTION).scale_down_delay).toBe(1);
  });

  test('code-engine/function-zero-is-sent-as-null-on-update: and is the default again', async () => {
    await it.apply(func({ scale_down_delay: 5 }));
    await it.apply(func({ scale_down_delay: 0 }));
    expect(it.stored(FUNCTION).scale_down_delay).toBe(1);
  });

  test('code-engine/function-zero-scale-down-delay-never-converges: ever', async () => {
    await it.apply(func({ scale_down_delay: 0 }));
    expect(await it.apply(func({ scale_down_delay: 0 }))).toMatch(/scale_down_delay\s+= 1 -> 0/);
    expect(await it.plan()).toMatch(/scale_down_delay\s+= 1 -> 0/);
  });

  test('code-engine/endpoint-of-local-workload-may-stay-public-in-state: a lie', async () => {
    await it.apply(func({ managed_domain_mappings: 'local_public' }));
    const { endpoint } = it.stored(FUNCTION);
    await it.apply(func({ managed_domain_mappings: 'local' }));
    expect(it.stored(FUNCTION).endpoint).toBe('');
    expect(it.state(FUNCTION).endpoint).toBe(endpoint);
  });
});

describeOffline('the traps of projects and destinations', () => {
  const it = walk();
  const own = `\${${PROJECT}.it.project_id}`;
  const importAllowAll = async () => {
    await it.apply(PRESENT_PROJECT);
    const { id } = it.stored(DESTINATION);
    await it.import(DESTINATION, id, { ...PRESENT_PROJECT, ...narrow('allow-all', own) });
  };

  test('code-engine/project-without-resource-group-is-replaced: at once', async () => {
    await it.apply({ [PROJECT]: { name: 'p' } });
    expect(await it.plan()).toMatch(/resource_group_id\s+= "\w+" -> null # forces replacement/);
  });

  test('code-engine/imported-outbound-destination-is-replaced: its project is not read', async () => {
    await importAllowAll();
    expect(await it.plan()).toMatch(/project_id\s+= "[-\w]+" # forces replacement/);
  });

  test('code-engine/removing-imported-allow-all-deletes-it: from the project', async () => {
    await importAllowAll();
    expect(it.stored(DESTINATION).name).toBe('allow-all');
    await it.apply(PRESENT_PROJECT);
    expect(it.workspace.cloud.list(DESTINATION)).toEqual([]);
  });

  test('code-engine/outbound-destination-is-refused-beside-allow-all: at apply', async () => {
    const text = await it.failure({ ...PRESENT_PROJECT, ...narrow('narrow', own) });
    expect(text).toContain('allows all already');
  });

  test('code-engine/isolation-policy-is-sent-for-cidr-block: though left out', async () => {
    await it.apply(narrow('narrow', project_id));
    expect(it.stored(DESTINATION).isolation_policy).toBe('shared');
  });
});

describeOffline('the traps of secrets and bindings', () => {
  const it = walk();
  const access = (id: string) =>
    secret({
      format: 'service_access',
      service_access: [{ resource_key: [{ id }], service_instance: [{ id: 'store' }] }],
    });
  const operator = (...resource_group_ids: string[]) =>
    secret({
      format: 'service_operator',
      service_operator: [{ resource_group_ids, serviceid: [{ id: 'ServiceId-1' }] }],
    });
  const token = (data: unknown) => secret({ format: 'generic', data });

  test('code-engine/secret-data-is-printed-in-plan: in clear', async () => {
    await it.apply(token({ TOKEN: 'first-value' }));
    expect(await it.apply(token({ TOKEN: 'next-value' }))).toMatch(/"first-value" -> "next-value"/);
  });

  test('code-engine/foreign-secret-key-prints-in-clear: whatever the own values are', async () => {
    await it.apply(token({ TOKEN: '${sensitive("own-value")}' }));
    it.meddle(SECRET, { data: { TOKEN: 'own-value', OTHER: 'foreign-value' } });
    const text = await it.plan();
    expect(text).toMatch(/"OTHER" = "foreign-value" -> null/);
    expect(text).not.toContain('own-value');
  });

  test('code-engine/ignored-data-keeps-the-old-certificate: for the new host', async () => {
    const lifecycle = { ignore_changes: ['data'] };
    const hosted = (name: string) => ({
      ...secret({ format: 'tls', data: { tls_cert: name, tls_key: 'key' }, lifecycle }),
      [MAPPING]: specimen(MAPPING, { project_id, name, tls_secret: `\${${SECRET}.it.name}` }),
    });
    await it.apply(hosted('old.example.com'));
    expect(await it.apply(hosted('new.example.com'))).toContain(`${MAPPING}.it must be replaced`);
    expect(it.stored(SECRET).data.tls_cert).toBe('old.example.com');
  });

  test('code-engine/secret-service-access-change-is-lost: the plan promises it for ever', async () => {
    await it.apply(access('old'));
    expect(await it.apply(access('new'))).toContain(IN_PLACE);
    expect(it.stored(SECRET).service_access[0].resource_key[0].id).toBe('old');
    expect(await it.plan()).toMatch(/id\s+= "old" -> "new"/);
  });

  test('code-engine/secret-service-operator-change-is-lost: and promised for ever', async () => {
    await it.apply(operator('one'));
    expect(await it.apply(operator('one', 'two'))).toContain(IN_PLACE);
    expect(it.stored(SECRET).service_operator[0].resource_group_ids).toEqual(['one']);
    expect(await it.plan()).toMatch(/\+ "two"/);
  });

  test('code-engine/service-secret-data-comes-back-on-read: in clear, at every plan', async () => {
    await it.apply(access('key'));
    const credentials = '- "apikey" = "generated-by-the-service"';
    expect(await it.apply(access('key'))).toContain(credentials);
    expect(await it.plan()).toContain(credentials);
  });

  test('code-engine/stale-etag-fails-the-update: what changed since the refresh', async () => {
    await it.apply(token({ TOKEN: 'first-value' }));
    it.meddle(SECRET, { data: { TOKEN: 'rotated' }, etag: '2' });
    const all = token({ TOKEN: 'next-value' });
    expect(await it.failure(all, {}, '-refresh=false')).toContain('entity tag');
    expect(it.stored(SECRET).data.TOKEN).toBe('rotated');
  });

  test('code-engine/binding-component-change-fails: at apply', async () => {
    const binding = (name: string) => ({
      [BINDING]: specimen(BINDING, { project_id, 'component.name': name }),
    });
    await it.apply(binding('web'));
    expect(await it.failure(binding('api'))).toContain("doesn't support update");
  });
});
