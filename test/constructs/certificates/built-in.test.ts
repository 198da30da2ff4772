import { builtIn } from '../../../lib/constructs/certificates/built-in';
import { EventHub } from '../../../lib/constructs/certificates/event-hub';
import { HUB_CRN, HUB_ID, hub } from '../../kit/samples-certificates';
import { renderedValues, synthesize } from '../../kit/synth';

const DESTINATIONS = 'data.ibm_en_destinations';
const SOURCES = 'data.ibm_en_sources';
const TIMER = 'ibm_en_ibmsource';

test('what is told is not looked up; the timer is switched on, once', () => {
  const synthesized = synthesize((stack) => {
    const events = hub(stack);
    expect(builtIn.mailDestination(events)).toBe('mail-id');
    builtIn.timerSource(events);
    builtIn.timerSource(events);
  });
  expect(synthesized.types).toEqual([TIMER]);
  expect(synthesized.only(TIMER)).toEqual({
    instance_guid: HUB_ID,
    source_id: 'timer-id',
    enabled: true,
    store_notifications: false,
  });
});

test('what is not told is looked up by its type, once, and has to be there', () => {
  const synthesized = synthesize((stack) => {
    const events = EventHub.fromCrn(stack, 'hub', { crn: HUB_CRN });
    for (const find of [builtIn.mailDestination, builtIn.timerSource]) {
      find(events);
      find(events);
    }
  });
  expect(synthesized.types).toEqual([DESTINATIONS, SOURCES, TIMER]);
  expect(synthesized.only(TIMER).source_id).toBe(
    '${[for it in data.ibm_en_sources.hub_Sources_BDD53CEB.sources : it.id if it.type == "periodic-timer"][0]}',
  );
  for (const [type, word] of [
    [DESTINATIONS, 'smtp_ibm'],
    [SOURCES, 'periodic-timer'],
  ]) {
    expect(synthesized.only(type)).toMatchObject({
      instance_guid: HUB_ID,
      lifecycle: {
        postcondition: [{ condition: expect.stringContaining(`it.type == "${word}"`) }],
      },
    });
  }
});

test('the destination of mail is an expression of Terraform', () => {
  const { mail } = renderedValues((stack) => ({
    mail: builtIn.mailDestination(EventHub.fromCrn(stack, 'hub', { crn: HUB_CRN })),
  }));
  expect(mail).toMatch(/^\$\{\[for it in data\.ibm_en_destinations\.\w+\.destinations : it\.id/);
});
