import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchStatements, type XapiStatement } from '../../web/entry/bce-xapi.js';
import { EXTENSION, statementsOf, type Happening, type XapiSetting } from '../../web/state/xapi.js';
import { FAILED } from '../../web/state/practice.js';

const LESSON = 'https://school.example/courses/bce';
const SETTING: XapiSetting = {
  actor: { objectType: 'Agent', account: { homePage: 'https://school.example/', name: 'a1b2c3' } },
  activity: LESSON,
  context: { registration: 'ec531277-b57b-4c15-8d91-d292c5b2b8f7', platform: 'School', language: 'en-GB' },
};
const AT = new Date(Date.UTC(2031, 1, 3, 4, 5, 6, 7));

const happened = (type: string, told: Record<string, unknown> = {}, part: Happening['part'] = 'lesson') =>
  statementsOf({ type, part, told }, SETTING, AT);

/** Everything that an element may tell, once each. */
const EVENTS: Happening[] = [
  { type: 'bce-ready', part: 'lesson', told: {} },
  { type: 'bce-ready', part: 'graph', told: {} },
  { type: 'bce-change', part: 'graph', told: { p: 0.85, y: 1, loss: 0.1625 } },
  { type: 'bce-change', part: 'lesson', told: { p: 0, y: 1, loss: Infinity } },
  ...Object.keys(FAILED).map((verdict) => ({
    type: 'bce-answer',
    part: 'practice' as const,
    told: { verdict, answer: '-ln(0.85)', attempts: 2 },
  })),
  { type: 'bce-step', part: 'derivation', told: { meanLoss: 0.3, rows: 4 } },
];

type Fields = Record<string, unknown>;
const isIri = (value: unknown) => typeof value === 'string' && /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
const isLanguageMap = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).length > 0 &&
  Object.entries(value).every(([tag, text]) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(tag) && typeof text === 'string');
const only = (what: string, object: Fields, known: readonly string[]) =>
  Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => `${what} has ${key}`);
const unless = (holds: boolean, fault: string) => (holds ? [] : [fault]);
const IDENTIFIERS = ['mbox', 'mbox_sha1sum', 'openid', 'account'];
const INTERACTIONS = [
  ...['true-false', 'choice', 'fill-in', 'long-fill-in', 'matching'],
  ...['performance', 'sequencing', 'likert', 'numeric', 'other'],
];

/** No value may be null or undefined, outside of extensions. */
const nothings = (value: unknown, path: string): string[] =>
  value === null || value === undefined
    ? [`${path} is ${value}`]
    : typeof value === 'object'
      ? Object.entries(value).flatMap(([key, inner]) => nothings(inner, `${path}.${key}`))
      : typeof value === 'number' && !Number.isFinite(value)
        ? [`${path} is ${value}`]
        : [];

const activityFaults = (activity: Fields): string[] => {
  const { objectType = 'Activity', id, definition = {} } = activity;
  const { type, name, interactionType } = definition as Fields;
  return [
    ...only('an activity', activity, ['objectType', 'id', 'definition']),
    ...unless(objectType === 'Activity', 'objectType'),
    ...unless(isIri(id), 'the id of an activity'),
    ...only('a definition', definition as Fields, ['type', 'name', 'interactionType']),
    ...unless(type === undefined || isIri(type), 'the type of an activity'),
    ...unless(name === undefined || isLanguageMap(name), 'the name of an activity'),
    ...unless(
      interactionType === undefined ||
        (INTERACTIONS.includes(String(interactionType)) && String(type).endsWith('/cmi.interaction')),
      'interactionType',
    ),
  ];
};

/** What is wrong with a statement by the rules of xAPI 1.0.3, part two, section 2.4. */
function faults(statement: XapiStatement): string[] {
  const { id, actor, verb, object, result = {}, context = {}, timestamp } = statement;
  const { success, completion, response, score, extensions = {} } = result;
  const { registration, contextActivities = {}, language } = context;
  return [
    ...only('a statement', statement as unknown as Fields, [
      ...['id', 'actor', 'verb', 'object', 'result', 'context', 'timestamp'],
    ]),
    ...nothings(statement, 'statement'),
    ...unless(id === undefined || /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id), 'id'),
    ...only('an actor', actor as Fields, ['objectType', 'name', ...IDENTIFIERS]),
    ...unless(IDENTIFIERS.filter((name) => name in actor).length === 1, 'an actor is named in exactly one way'),
    ...unless(isIri(verb.id) && isLanguageMap(verb.display), 'verb'),
    ...activityFaults(object as unknown as Fields),
    ...only('a result', result as Fields, ['success', 'completion', 'response', 'score', 'extensions']),
    ...unless(['undefined', 'boolean'].includes(typeof success), 'success'),
    ...unless(['undefined', 'boolean'].includes(typeof completion), 'completion'),
    ...unless(['undefined', 'string'].includes(typeof response), 'response'),
    ...unless(score === undefined || (score.scaled >= -1 && score.scaled <= 1), 'score'),
    ...unless(Object.keys(extensions).every(isIri), 'the name of an extension'),
    ...unless(registration === undefined || /^[\da-f-]{36}$/.test(registration), 'registration'),
    ...unless(language === undefined || /^[a-z]{2,3}(-[A-Z]{2})?$/.test(language), 'language'),
    ...Object.values(contextActivities as Record<string, Fields[]>).flatMap((list) => list.flatMap(activityFaults)),
    ...unless(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(timestamp), 'timestamp'),
  ];
}

test('every statement keeps to the rules of xAPI', () => {
  const all = EVENTS.flatMap((event) => statementsOf(event, SETTING, AT));
  assert.ok(all.length > EVENTS.length);
  for (const statement of all) {
    assert.deepEqual(faults(statement), [], JSON.stringify(statement));
    // As it is sent.
    assert.deepEqual(JSON.parse(JSON.stringify(statement)), statement);
  }
  assert.deepEqual(
    [...new Set(all.map(({ verb }) => verb.id))].sort(),
    ['answered', 'completed', 'experienced', 'initialized', 'interacted'].map(
      (verb) => `http://adlnet.gov/expapi/verbs/${verb}`,
    ),
  );
});

test('a statement that breaks a rule is seen', () => {
  const [good] = happened('bce-change', { p: 0.5, y: 1, loss: 0.69 });
  assert.ok(good);
  const broken: [Partial<XapiStatement>, RegExp][] = [
    [{ actor: {} as never }, /actor/],
    [{ object: { id: 'graph' } }, /id of an activity/],
    [{ result: { score: { scaled: 2 } } }, /score/],
    [{ result: { extensions: { loss: 1 } } }, /name of an extension/],
    [{ result: { extensions: { [`${EXTENSION}loss`]: Infinity } } }, /is Infinity/],
    [{ timestamp: 'yesterday' }, /timestamp/],
  ];
  for (const [part, fault] of broken) assert.match(faults({ ...good, ...part }).join(), fault);
});

test('a move is an interaction with the graph, told as a link tells it', () => {
  const [statement, ...more] = happened('bce-change', { p: 0.85, y: 1, loss: 0.16251892949777494 });
  assert.deepEqual(more, []);
  assert.equal(statement?.object.id, `${LESSON}#graph`);
  assert.deepEqual(statement?.result, {
    response: 'p=0.85&y=1',
    extensions: { [`${EXTENSION}p`]: 0.85, [`${EXTENSION}y`]: 1, [`${EXTENSION}loss`]: 0.16251892949777494 },
  });
  assert.deepEqual(statement?.context?.contextActivities?.parent, [{ objectType: 'Activity', id: LESSON }]);
  assert.equal(statement?.timestamp, '2031-02-03T04:05:06.007Z');
});

test('an infinite loss is told in a text, for JSON has no other word for it', () => {
  const [statement] = happened('bce-change', { p: 0, y: 1, loss: Infinity });
  assert.equal(statement?.result?.extensions?.[`${EXTENSION}loss`], 'Infinity');
});

test('only what was judged succeeds or fails, and what is right is completed as well', () => {
  const told = (verdict: string) =>
    happened('bce-answer', { verdict, answer: 'x', attempts: 0 }).map(({ verb, result }) => [
      verb.display['en-US'],
      result?.success,
      result?.score?.scaled,
    ]);
  assert.deepEqual(told('right'), [
    ['answered', true, 1],
    ['completed', true, undefined],
  ]);
  assert.deepEqual(told('truncated').length, 2);
  assert.deepEqual(told('wrong_turn'), [['answered', false, 0]]);
  for (const verdict of ['unreadable', 'imprecise', 'indistinct', 'other_unit'])
    assert.deepEqual(told(verdict), [['answered', undefined, undefined]], verdict);
});

test('the right answer is in no statement that the learner did not type it into', () => {
  const all = JSON.stringify(happened('bce-answer', { verdict: 'wrong', answer: '1', attempts: 1 }));
  assert.doesNotMatch(all, /correctResponsesPattern|0\.16|ln ?[(\d]/);
});

test('what cannot have happened is no statement', () => {
  const odd: [string, Record<string, unknown>][] = [
    ['bce-change', {}],
    ['bce-change', { p: '0.5', y: 1, loss: 1 }],
    ['bce-change', { p: 1.5, y: 1, loss: 1 }],
    ['bce-change', { p: 0.5, y: NaN, loss: 1 }],
    ['bce-change', { p: 0.5, y: 1, loss: -1 }],
    ['bce-answer', { verdict: 'magnificent' }],
    ['bce-answer', { verdict: 'toString' }],
    ['bce-answer', { verdict: ['right'] }],
    ['bce-step', { meanLoss: 1, rows: 1e9 }],
    ['bce-step', { meanLoss: 1, rows: 1.5 }],
    ['bce-step', { meanLoss: null, rows: 2 }],
    ['bce-error', { code: 'core_unavailable' }],
    ['bce-part', {}],
    ['click', {}],
  ];
  for (const [type, told] of odd) assert.deepEqual(happened(type, told), [], `${type} ${JSON.stringify(told)}`);
});

test('a long answer is cut, half characters are replaced, and what is no text is left out', () => {
  const response = (answer: unknown) => happened('bce-answer', { verdict: 'wrong', answer })[0]?.result?.response;
  assert.equal(response('7'.repeat(100_000))?.length, 1000);
  assert.equal(response('\ud800x'), '\ufffdx');
  assert.equal(response(`${'x'.repeat(999)}\ud83d\ude00`)?.at(-1), '\ufffd');
  assert.equal(response({ toString: () => 'x' }), undefined);
  const [statement] = happened('bce-answer', { verdict: 'wrong', answer: 'x', attempts: 1e300 });
  assert.deepEqual(statement?.result?.extensions, { [`${EXTENSION}verdict`]: 'wrong' });
});

test('a part is found by the fragment, whatever stands in the address before', () => {
  const id = (activity: string) =>
    statementsOf({ type: 'bce-ready', part: 'graph', told: {} }, { ...SETTING, activity }, AT)[0]?.object.id;
  assert.equal(
    id('urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66'),
    'urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66#graph',
  );
  assert.equal(id('https://a.example/x?y=1#lesson'), 'https://a.example/x?y=1#graph');
});

/** An event as an element tells it. */
const event = (type: string, fields: Record<string, unknown> = {}) => Object.assign(new Event(type), fields);

function watched(element = new EventTarget()) {
  const said: XapiStatement[] = [];
  const stop = watchStatements(element, SETTING, (statement) => said.push(statement));
  const verbs = () => said.map(({ verb, result }) => `${verb.display['en-US']} ${result?.response ?? ''}`.trim());
  return { element, said, stop, verbs };
}

test('moves of the point are one statement, when it has come to rest', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const { element, said, verbs } = watched();
  for (const p of [0.1, 0.2, 0.3]) {
    element.dispatchEvent(event('bce-change', { p, y: 1, loss: 1 }));
    mock.timers.tick(900);
  }
  assert.deepEqual(verbs(), []);
  mock.timers.tick(100);
  assert.deepEqual(verbs(), ['interacted p=0.3&y=1']);
  // When it happened, not when it was told.
  assert.equal(said[0]?.timestamp, new Date(1800).toISOString());
  mock.timers.tick(10_000);
  assert.equal(said.length, 1);
});

test('a move is told before what comes after it, and before the end of the watching', () => {
  const { element, stop, verbs } = watched();
  element.dispatchEvent(event('bce-change', { p: 0.2, y: 1, loss: 1 }));
  element.dispatchEvent(event('bce-answer', { verdict: 'right', answer: '0.163' }));
  element.dispatchEvent(event('bce-answer', { verdict: 'right', answer: '0.1625' }));
  element.dispatchEvent(event('bce-change', { p: 0.3, y: 1, loss: 1 }));
  stop();
  element.dispatchEvent(event('bce-answer', { verdict: 'right', answer: 'too late' }));
  assert.deepEqual(verbs(), [
    'interacted p=0.2&y=1',
    'answered 0.163',
    'completed',
    'answered 0.1625',
    'interacted p=0.3&y=1',
  ]);
});

test('each statement has an id of its own, and keeps to the rules with it', () => {
  const { element, said } = watched();
  for (let i = 0; i < 3; ++i) element.dispatchEvent(event('bce-step', { meanLoss: 0.3, rows: 4 }));
  assert.equal(new Set(said.map(({ id }) => id)).size, 3);
  for (const statement of said) assert.deepEqual(faults(statement), []);
});

test('what stands inside is not ready in the name of what is watched', () => {
  const outer = new EventTarget();
  const { said } = watched(outer);
  const inner = event('bce-ready');
  Object.defineProperty(inner, 'target', { value: new EventTarget() });
  outer.dispatchEvent(inner);
  assert.equal(said.length, 0);
  outer.dispatchEvent(event('bce-ready'));
  assert.equal(said[0]?.verb.display['en-US'], 'initialized');
});

test('a setting that no record could be made of is refused at once', () => {
  const give = () => undefined;
  assert.throws(() => watchStatements(new EventTarget(), { ...SETTING, activity: '/lesson' }, give), TypeError);
  assert.throws(() => watchStatements(new EventTarget(), { ...SETTING, actor: undefined as never }, give), TypeError);
});
