import {
  BUCKET_NAME,
  BUCKET_PATH,
  EDGE_LOG_FIELDS,
  EdgeLogDataset,
  EdgeLogFrequency,
  EdgeLogTimestamps,
  LOG_FIELD,
  LOG_JOB_NAME,
  REGION_CODE,
  TELLING_FIELDS,
} from '../../lib/facts/edge-logs';

test.each(Object.values(EdgeLogDataset))(
  'of %s something is logged, each field once',
  (dataset) => {
    const fields = EDGE_LOG_FIELDS[dataset] ?? [];
    expect(fields.length).toBeGreaterThan(5);
    expect(new Set(fields).size).toBe(fields.length);
    for (const field of fields) expect(field).toMatch(LOG_FIELD.pattern);
  },
);

test('nothing that visitors send along is logged unless it is asked for', () => {
  const usual = Object.values(EDGE_LOG_FIELDS).flat();
  expect(usual.filter((it) => (TELLING_FIELDS as readonly unknown[]).includes(it))).toEqual([]);
});

test('words are those of Internet Services', () => {
  expect(Object.values(EdgeLogFrequency)).toEqual(['high', 'low']);
  expect(Object.values(EdgeLogTimestamps)).toEqual(['rfc3339', 'unix', 'unixnano']);
});

test('rules know right from wrong', () => {
  const cases: [RegExp, string[], string[]][] = [
    [LOG_JOB_NAME.pattern, ['shop.edge-1'], ['shop edge', '-a', '']],
    [BUCKET_NAME.pattern, ['edge-logs'], ['ab', 'Edge', '-ab']],
    [
      BUCKET_PATH.pattern,
      ['edge', 'edge/{DATE}', '{DATE}/a.b'],
      ['/edge', 'edge/', '{date}', 'a b'],
    ],
    [REGION_CODE.pattern, ['eu-de', 'us', 'ams03', 'us-south', 'ap-geo'], ['Frankfurt', 'eu_de']],
  ];
  for (const [pattern, right, wrong] of cases) {
    for (const it of right) expect(it).toMatch(pattern);
    for (const it of wrong) expect(it).not.toMatch(pattern);
  }
});
