import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readRecordId, readWholeId } from '../../../../nodes/shared/values/reading/id';
import { readIdList } from '../../../../nodes/shared/values/reading/list';
import type { Reading } from '../../../../nodes/shared/values/reading/reading';
import { failureOf } from '../../support/failures';

const campaign: Reading = {
	label: 'Campaign',
	timeZone: '',
	wayToIds: 'Campaign > Get Many lists the right Campaign IDs.',
};

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const some = (signs: string[], min: number, max: number) =>
	fc.array(fc.constantFrom(...signs), { minLength: min, maxLength: max }).map((all) => all.join(''));

/** What the vendors' documents show: UUIDs, 20 hexadecimal digits, `agent_01x2y3z4`, `cl-500`, `lst_77`, `team0a1b2c`, whole numbers, and short names such as `crm`. */
const documented = fc.oneof(
	fc.uuid(),
	some([...'0123456789abcdef'], 20, 20),
	fc
		.tuple(
			fc.constantFrom(
				'agent',
				'campaign',
				'prospect',
				'chat',
				'wf',
				'run',
				'trace',
				'tool',
				'win',
				'webhook',
				'prompt',
				'prod',
				'lst',
				'source',
				'team',
				'ws',
				'm',
				'u',
				'abc',
				'k',
				'agt',
			),
			fc.constantFrom('_', '-', ''),
			some([...LETTERS, ...'0123456789'], 1, 20),
			fc.integer({ min: 0, max: 9 }),
		)
		.map(([kind, sign, drawn, digit]) => `${kind}${sign}${drawn}${digit}`),
	fc
		.tuple(fc.constantFrom('ag', 'bz', 'ld', 'cl', 'conv', 'ky', 'ul', 'nm', 'va'), fc.nat(99_999))
		.map(([kind, number]) => `${kind}-${number}`),
	fc.integer({ min: 1, max: 2 ** 40 }).map(String),
	fc.constantFrom(
		'crm',
		'contacts',
		'knowledge-base',
		'faq_en',
		'orders',
		'private',
		'test',
		'default',
		'sample-agent',
		'face-id',
		'linkedin.message.received',
		'message.received',
	),
);

describe('an ID that a vendor gives', () => {
	it('is read unchanged, for any field', () => {
		const label = fc.constantFrom(
			'Agent',
			'Campaign',
			'Context Source',
			'Conversation',
			'Prospect',
			'Lead',
			'Case ID',
			'Object ID',
			'Communication Run',
		);
		fc.assert(
			fc.property(documented, label, (id, of) => expect(readRecordId(id, { label: of, timeZone: '' })).toBe(id)),
			{ numRuns: 3_000 },
		);
	});

	it('may be a short name that contains a word for records', () => {
		for (const name of ['leads', 'cases', 'calls', 'lead-agent'])
			expect(readRecordId(name, { label: 'Context Sources', timeZone: '' })).toBe(name);
	});

	it('is found within what people and models write around it, and then read as it is', () => {
		const around = fc.constantFrom(
			...[
				'"ID"',
				"'ID'",
				'`ID`',
				'``ID``',
				'```ID```',
				'```\nID\n```',
				'```text\nID\n```',
				'“ID”',
				'«ID»',
				'‘ID’',
				'**ID**',
				' ID ',
				'ID: ID',
				'id=ID',
				'campaign_id=ID',
				'campaign_id: "ID"',
				'campaignId = `ID`',
			],
			...[
				'Campaign ID: ID',
				'the campaign ID is ID',
				'campaign id ID',
				'"campaign_id=ID"',
				'CAMPAIGN_ID=ID',
				'Campaign ID → ID',
				'Campaign: `ID`',
				'\\"ID\\"',
			],
		);
		fc.assert(
			fc.property(documented, around, (id, text) =>
				expect(readRecordId(text.replace(/ID(?!.*\bID\b)/s, id), campaign)).toBe(id),
			),
			{ numRuns: 3_000 },
		);
	});

	it.each([
		['Campaign abc123', 'abc123'],
		['campaign #412', '412'],
		['#412', '412'],
		['the campaign k_1', 'k_1'],
		['campaign_a1', 'campaign_a1'],
		['campaign-a1', 'campaign-a1'],
	])('stands in %s as %s', (written, id) => {
		expect(readRecordId(written, campaign)).toBe(id);
	});

	it('is taken out of a label for a whole number, too', () => {
		for (const written of [
			'9001',
			9001,
			'"9001"',
			'`9001`',
			'Case 9001',
			'case_id=9001',
			'Case ID: 9001',
			'#9001',
			'case #9001',
		])
			expect(readWholeId(written, { label: 'Case ID', timeZone: '' })).toBe(9001);
	});

	it('is read from each entry of a list', () => {
		expect(readIdList(['`k1`', 'campaign_id=k2'], campaign)).toEqual(['k1', 'k2']);
	});
});

describe('a text that is not an ID is refused with the way to one', () => {
	it.each([
		...[
			'<campaign_id>',
			'YOUR_CAMPAIGN_ID',
			'campaign_id',
			'campaignId',
			'{{campaign_id}}',
			'{campaign_id}',
			'[campaign_id]',
			'${campaignId}',
			'%CAMPAIGN_ID%',
			':campaign_id',
			'your-campaign',
			'id',
			'ID',
			'uuid',
			'insert-id-here',
			'the campaign',
			'campaign',
		],
		...[
			'unknown',
			'UNKNOWN',
			'none',
			'any',
			'all',
			'TBD',
			'not found',
			'no id',
			'no campaign',
			'...',
			'abc…',
			'placeholder',
			'xxx',
			'the active campaign',
			'current campaign',
			'`unknown`',
			'campaign_id=unknown',
			'campaign_id: <campaign_id>',
		],
		...[
			'https://app.example.com/campaigns/k1',
			'http://x.de',
			'www.example.com/k1',
			'linkedin.com/in/dana-reyes',
			'dana@example.com',
		],
		...[
			'Spring outreach',
			'the campaign that we started on Monday',
			'Please use campaign k1',
			'k1 and k2',
			'{"campaign_id":"k1"}',
			'["k1"]',
		],
		...['agent_id=a1', 'Agent ID: a1', 'prospectId: p1'],
	])('%s', (written) => {
		const { message, description } = failureOf(() => readRecordId(written, campaign));
		expect(message).toMatch(
			/^"Campaign" must be an ID \(got ".*"\): it is (?:a placeholder|an address|words|labelled as the ID of something else)/s,
		);
		expect(description).toBe('Enter the ID as the vendor shows it. Campaign > Get Many lists the right Campaign IDs.');
	});

	it('also for a whole number', () => {
		for (const written of ['<case_id>', 'case_id', 'unknown', 'the latest case', 'https://x.de/9001'])
			expect(failureOf(() => readWholeId(written, { label: 'Case ID', timeZone: '' })).message).toMatch(
				/placeholder|address|words/,
			);
	});
});
