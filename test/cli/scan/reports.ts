/** Reports of Vulnerability Advisor 4, as its API answers them. */

export interface Sample {
  readonly cve?: string;
  readonly severity?: unknown;
  readonly notice?: string;
  readonly package?: string;
  readonly fix?: string;
  readonly advice?: string;
  readonly exempt?: boolean;
}

export const vulnerability = (given: Sample = {}) => ({
  cve_id: given.cve ?? 'CVE-2026-0001',
  cve_exempt: given.exempt ?? false,
  ...('severity' in given ? { severity: given.severity } : {}),
  exempt_security_notice_count: 0,
  exempt_status: given.exempt ? 'exempt' : 'active',
  security_notice_count: 1,
  total_security_notice_count: 1,
  summary: 'An overflow.',
  security_notices: [
    {
      notice: 'https://ubuntu.com/security/notices/USN-7001-1',
      notice_exempt: false,
      notice_id: given.notice ?? 'USN-7001-1',
      summary: 'Fixes an overflow.',
      vulnerable_packages: [
        {
          package_name: given.package ?? 'openssl',
          installed_version: '3.0.1',
          fix_version: given.fix ?? '3.0.2',
          corrective_action: given.advice ?? 'Upgrade openssl to >= 3.0.2',
          description: '',
        },
      ],
    },
  ],
});

export const report = (vulnerabilities: readonly unknown[] = [], status?: string) => ({
  id: '177fbd58-3ac2-4a1c-8f5f-1a2d7f2b2c11',
  status: status ?? (vulnerabilities.length > 0 ? 'FAIL' : 'OK'),
  scan_time: 1772366400,
  os_distribution: { distribution_id: 'ubuntu', version_id: '24.04', version_code_name: 'noble' },
  configuration_issues: [] as unknown[],
  vulnerabilities,
});

export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
export const IMAGE = `private.us.icr.io/shop/web@${DIGEST}`;
