import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { labelOf } from '../../../nodes/shared/values/label';
import { wayToIds } from '../../../nodes/shared/values/wayToIds';
import { restartLimiters } from '../processLimiters';
import { useStand } from '../stand';
import { WAYS } from './everyOperation';
import { everyIdField, type IdField } from './idFields';

const stand = useStand();
let fields: IdField[] = [];
let sent = '';

beforeAll(async () => {
	fields = await everyIdField();
});
beforeEach(() => {
	restartLimiters();
	stand.received.length = 0;
	stand.answer = (response) => {
		const request = stand.received.at(-1);
		sent += `\n${request?.url} `;
		request?.on('data', (part) => (sent += String(part)));
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end('{}');
	};
});

/** What models and people write where they know no ID. Each field gets some of it, and all of it comes to some field. */
const DEBRIS = [
	'<campaign_id>',
	'YOUR_CAMPAIGN_ID',
	'campaign_id',
	'{{campaign_id}}',
	'the active campaign',
	'your agent id',
	'https://www.example.com/records/1',
	'dana@example.com',
	'The one that we made on Monday, please',
	'https://app.example.org',
];

const some = (index: number): string[] => [0, 3, 7].map((step) => DEBRIS[(index + step) % DEBRIS.length] ?? '');

/** As the panel calls it, or the vendor. */
const namesField = (error: string, { displayName, name }: IdField['field']): boolean =>
	[displayName, labelOf(name)].some((label) => error.includes(`"${label}`));

describe('every field for an ID, in every operation', () => {
	it('is among enough fields for these tests', () => {
		expect(fields.length).toBeGreaterThan(10);
	});

	it.each(WAYS)(
		'refuses a value that is not an ID before anything is sent, and says how to find one: %s (cases 16, 18)',
		async (way) => {
			const faults: string[] = [];
			for (const [index, { at, operation, field, vendor, holding }] of fields.entries()) {
				for (const debris of some(index)) {
					const [answer] = await operation.ask(stand.origin, way, { parameters: holding(debris) });
					const error = String(answer?.error ?? '');
					const isExplained =
						namesField(error, field) &&
						error.includes('Nothing was sent.') &&
						error.includes(wayToIds(field.name, vendor.listedBy[field.name]) ?? '');
					if (!isExplained) faults.push(`${at} with ${debris}: ${error || JSON.stringify(answer)}`);
				}
			}
			expect(faults).toEqual([]);
			// What may be a name is looked for in the list of the dropdown.
			const others = stand.received.filter(
				({ method, url = '' }) => method !== 'GET' || !/^(?:\/v1|\/api)?\/(?:[a-z_/-]+)(?:\?|$)/.test(url),
			);
			expect(others.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
		},
	);

	it('does so in a workflow, too', async () => {
		const faults: string[] = [];
		for (const [index, { at, operation, field, holding }] of fields.entries()) {
			const [debris = ''] = some(index);
			const error = await operation.run(stand.origin, holding(debris));
			if (!namesField(error, field)) faults.push(`${at} with ${debris}: ${error}`);
		}
		expect(faults).toEqual([]);
		expect(stand.received.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
	});

	it('sends an ID without the quotation marks, code marks and label around it', async () => {
		const faults: string[] = [];
		let found = 0;
		for (const [index, { at, operation, field, isWhole, holding }] of fields.entries()) {
			const id = isWhole ? '900710071' : '68a1f0c2001d5e7b9c34';
			const label = field.displayName.replace(/ ID$/, '');
			const around = ['`ID`', '"ID"', 'ID: "ID"', `${label} ID: ID`, '```\nID\n```', `${label.toLowerCase()} ID`];
			const written = (around[index % around.length] ?? 'ID').replace(/ID(?![^]*\bID\b)/, id);
			sent = '';
			const [answer] = await operation.ask(stand.origin, 'AI Agent 3', { parameters: holding(written) });
			if (sent.includes(id)) found++;
			if (namesField(String(answer?.error ?? ''), field) || /%22|%60|`|ID(?:%3A|:) |ID=/.test(sent))
				faults.push(`${at} with ${written}: ${sent} ${JSON.stringify(answer)}`);
		}
		expect(faults).toEqual([]);
		// The others need more answers before they come to it.
		expect(found).toBeGreaterThan(fields.length - 10);
	});
});
