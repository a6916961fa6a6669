import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { editor } from '../editor';
import { hintsOf } from '../engine';
import { byId, useKakiyoBench } from '../kakiyo';
import { automatic, mapped } from '../resourceMapper';
import { everyOne } from '../../support/everyOne';

const bench = useKakiyoBench();

const campaignId = byId('campaign_001');
const add = { resource: 'prospect', operation: 'add', campaignId };
const optOut = { resource: 'dnc', operation: 'add' };
const CONTINUE = { onError: 'continueRegularOutput' } as const;

/** The people that Kakiyo got, of one request or several. */
const received = (): unknown[] =>
	bench.requests().flatMap(({ body }) => {
		const { prospects, entries, campaignId: _campaign, ...alone } = Object(body);
		return prospects ?? entries ?? [alone];
	});

/** A run that must succeed, and what Kakiyo got of it. */
async function taken(items: IDataObject[], parameters: Parameters<typeof bench.run>[0] = add) {
	const result = await bench.run(parameters, { items });
	expect(result.error?.message).toBeUndefined();
	return { received: received(), hints: hintsOf(result), items: result.items };
}

/** A run that must be refused as a whole. */
async function refused(items: IDataObject[], parameters: Parameters<typeof bench.run>[0] = add) {
	const { error } = await bench.run(parameters, { items });
	expect(bench.requests()).toEqual([]);
	return `${error?.message} ${error?.description}`;
}

const ann = { name: 'Ann Example', url: 'https://linkedin.com/in/ann-example' };
const bob = { name: 'Bob Sample', url: 'https://linkedin.com/in/bob-sample' };
const www = (slug: string) => `https://www.linkedin.com/in/${slug}`;

/** First and last name, and the address under the name that a program has for it. */
const rowWithProfile = (url: string, more: IDataObject = {}): IDataObject => ({
	'First Name': 'Ann',
	'Last Name': 'Example',
	[url]: www('ann-example'),
	...more,
});

describe('an export of another program, mapped automatically', () => {
	it('LinkedIn’s Connections.csv: names are joined, unused columns are named once', async () => {
		const rest = { 'Email Address': '', Company: 'Example LLC', Position: 'CFO', 'Connected On': '01 Feb 2026' };
		const { received: people, hints } = await taken([
			{ 'First Name': 'Ann', 'Last Name': 'Example', URL: www('ann-example'), ...rest },
			{ 'First Name': 'Bob', 'Last Name': 'Sample', URL: www('bob-sample'), ...rest },
		]);
		expect(people).toEqual([ann, bob]);
		expect(hints).toEqual([
			expect.stringContaining('Not used: 3 columns of the input, "Company", "Position" and "Connected On".'),
		]);
	});

	it('a scraper of Sales Navigator: the public address, with its capitals', async () => {
		const row = {
			full_name: 'Ann Example',
			first_name: 'Ann',
			last_name: 'Example',
			company_name: 'Example LLC',
			sales_navigator_profile_url: 'https://www.linkedin.com/sales/lead/ACwAAB3kXyzABcDe,NAME_SEARCH,aB1c',
			linkedin_profile_url: www('ACwAAB3kXyzABcDe'),
			linkedin_profile_id: 'ACwAAB3kXyzABcDe',
		};
		expect((await taken([row])).received).toEqual([{ ...ann, url: 'https://linkedin.com/in/ACwAAB3kXyzABcDe' }]);
	});

	const company = 'https://www.linkedin.com/company/example-llc';
	it.each<[string, IDataObject]>([
		[
			'Apollo',
			rowWithProfile('Person Linkedin Url', { 'Company Linkedin Url': company, Website: 'https://example.com' }),
		],
		['HubSpot', rowWithProfile('LinkedIn URL', { 'Company name': 'Example LLC' })],
		['HeyReach', rowWithProfile('profileUrl')],
		[
			'lemlist and Waalaxy',
			{ firstName: 'Ann', lastName: 'Example', linkedinUrl: www('ann-example'), companyLinkedinUrl: company },
		],
		[
			'Pipedrive',
			{ 'Person - Name': 'Ann Example', 'Person - LinkedIn': www('ann-example'), 'Organization - Name': 'Example LLC' },
		],
		[
			'PhantomBuster',
			{
				fullName: 'Ann Example',
				firstName: 'Ann',
				linkedInProfileUrl: www('ann-example'),
				defaultProfileUrl: www('ACwAAB3kXyzABcDe'),
				profileUrl: 'https://www.linkedin.com/sales/lead/ACwAAB3k',
			},
		],
		['Evaboot', rowWithProfile('Linkedin URL Public', { 'Linkedin URL Unique ID': www('ACwAAB3kXyzABcDe') })],
		['a table of one’s own', { Name: 'Ann Example', LinkedIn: www('ann-example'), URL: 'https://example.com' }],
		[
			'names with blanks, marks and another case',
			{ '\ufeffNAME ': 'Ann Example', ' Linkedin-URL': www('ann-example') },
		],
	])('%s', async (_, row) => {
		expect((await taken([row])).received).toEqual([ann]);
	});

	it('a company’s address never stands for a person’s', async () => {
		expect(await refused([{ name: 'Ann Example', 'Company Linkedin Url': www('ann-example') }])).toContain(
			'"LinkedIn Profile URL" (input field "url") is missing. The item has "name" and "Company Linkedin Url"',
		);
		expect(await refused([rowWithProfile('LinkedIn URL', { 'LinkedIn URL': company })])).toContain(
			`"LinkedIn Profile URL" (input field "LinkedIn URL") must be a LinkedIn profile address (got "${company}")`,
		);
	});

	it('two possible columns are refused by name, unless one has the exact name or both have the same value', async () => {
		const both = { name: 'Ann Example', LinkedIn: www('ann-example'), 'Person Linkedin Url': www('bob-sample') };
		expect(await refused([both])).toContain('"Person Linkedin Url" and "LinkedIn"');
		expect((await taken([{ ...both, url: www('ann-example') }])).received).toEqual([ann]);
		bench.reset();
		expect((await taken([{ ...both, LinkedIn: 'in/Bob-Sample/', name: 'Bob Sample' }])).received).toEqual([bob]);
	});

	it('a row without a needed column shows its columns, and the likely cause', async () => {
		const text = await refused([
			{ 'Notes:': 'Why some addresses are missing, in two sentences.' },
			{ 'Notes:': 'First Name' },
		]);
		expect(text).toMatch(
			/"name" is missing.*"LinkedIn Profile URL" .*"url"\) is missing.*The item has "Notes:".*lines above the header/,
		);
		const semicolons = await refused([{ 'First Name;Last Name;URL': 'Ann;Example;in/ann-example' }]);
		expect(semicolons).toMatch(/The item has "First Name;Last Name;URL".*semicolons/);
	});

	it('the header once more in the middle is refused by name', async () => {
		const { items } = await bench.run(add, { items: [ann, { name: 'name', url: 'url' }, bob], settings: CONTINUE });
		expect(received()).toEqual([ann, bob]);
		expect(items[1]?.json.error).toContain(
			'"LinkedIn Profile URL" (input field "url") must be a LinkedIn profile address (got "url")',
		);
	});

	it('texts of people arrive unchanged', async () => {
		const names = ['Ann Example, PhD, MBA', '🚀 Bob Sample | Growth', 'Cal O’Neil-Test (he/him)', '山田 太郎'];
		const people = names.map((name, index) => ({ name, url: `https://linkedin.com/in/person-${index}` }));
		expect((await taken(people)).received).toEqual(people);
		bench.reset();
		const data = 'line one\r\nline "two", “three”';
		expect(
			(await taken([{ '\ufeffName': 'Ann Example', 'URL ': `${www('ann-example')}\r`, 'Custom Data': data }])).received,
		).toEqual([{ ...ann, customData: data }]);
	});
});

describe('mapped fields', () => {
	it('are offered, with a mark on the required ones', async () => {
		const { resourceMapping } = new Kakiyo().methods;
		const offered = async (name: keyof typeof resourceMapping) =>
			(await resourceMapping[name].call(editor(new Kakiyo(), bench.credential()))).fields.map(
				({ id, displayName, required }) => [id, displayName, required],
			);
		expect((await offered('prospectFields')).slice(0, 3)).toEqual([
			['name', 'Name', true],
			['url', 'LinkedIn Profile URL', true],
			['customData', 'Custom Data', false],
		]);
		expect(await offered('optOutFields')).toEqual([['url', 'LinkedIn Profile URL', true]]);
	});

	const apollo = [
		{ 'First Name': 'Ann', 'Last Name': 'Example', 'Person Linkedin Url': 'http://www.linkedin.com/in/ann-example' },
		{ 'First Name': 'Bob', 'Last Name': '', 'Person Linkedin Url': 'http://www.linkedin.com/in/bob-sample' },
		{ 'First Name': '', 'Last Name': '', 'Person Linkedin Url': 'http://www.linkedin.com/in/cal-test' },
	];
	const joined = '={{ $json["First Name"] + " " + $json["Last Name"] }}';
	const address = '={{ $json["Person Linkedin Url"] }}';

	it.each<[string, IDataObject]>([
		['set one by one', { fields: mapped({ name: joined, url: address, ongoing: true }) }],
		[
			'in the fields of an earlier version',
			{ dataMode: 'defineBelow', name: joined, url: address, additionalFields: { ongoing: true } },
		],
	])(
		'%s: blanks of an expression are dropped, and a row without a name is refused with the name of the field',
		async (_, fields) => {
			const { items } = await bench.run({ ...add, ...fields }, { items: apollo, settings: CONTINUE });
			expect(received()).toEqual([
				{ ...ann, ongoing: true },
				{ ...bob, name: 'Bob', ongoing: true },
			]);
			expect(items[2]?.json.error).toMatch(/^"Name" is (missing|empty)$/);
		},
	);

	it('map automatically the columns that earlier versions mapped', async () => {
		for (const fields of [{}, { dataMode: 'autoMapInputData' }, { fields: automatic() }]) {
			bench.reset();
			expect((await taken([ann, bob], { ...add, ...fields })).received).toEqual([ann, bob]);
		}
	});

	it('are the fields that the model of an AI agent fills in', async () => {
		const tool = bench.tool({ ...add, fields: mapped({ name: 'Ann Example', url: www('ann-example') }) });
		await tool({});
		expect(received()).toEqual([ann]);
	});
});

describe('a row without anything', () => {
	const blank = { name: '', url: ' ', customData: null };

	it('is skipped and counted', async () => {
		const { received: people, hints, items } = await taken([ann, blank, bob, { name: ' ' }, {}]);
		expect(people).toEqual([ann, bob]);
		expect(hints).toEqual(['2 items in 1 request. 3 blank rows were skipped.']);
		expect(items.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
			['Ann Example', { item: 0 }],
			['Bob Sample', { item: 2 }],
		]);
	});

	it('is skipped by Distribute and on the opt-out list, and with fields set one by one', async () => {
		await taken([ann, blank, bob], {
			resource: 'prospect',
			operation: 'distribute',
			campaignIds: ['campaign_001', 'campaign_011'],
		});
		bench.reset();
		expect((await taken([{ url: ann.url }, { url: '' }], optOut)).received).toEqual([{ url: ann.url }]);
		bench.reset();
		const fields = mapped({ name: '={{ $json.name }}', url: '={{ $json.url }}' });
		expect((await taken([ann, blank], { ...add, fields })).received).toEqual([ann]);
	});

	it('is not a table if no item has any field', async () => {
		expect(await refused([{}])).toContain(
			'Input field "name" is missing; "LinkedIn Profile URL" (input field "url") is missing. The item has no fields',
		);
	});
});

describe('opt-outs', () => {
	it('of one cell are each an entry of their own', async () => {
		const cell = `${www('ann-example')}/; ${www('bob-sample')}/`;
		const { received: entries, items } = await taken([{ url: cell }, { url: 'in/ann-example' }], optOut);
		expect(entries).toEqual([{ url: ann.url }, { url: bob.url }]);
		expect(items.map(({ json }) => json)).toEqual([
			{
				url: cell,
				input_url: cell,
				status: 'added',
				entries: [
					{ url: ann.url, status: 'added' },
					{ url: bob.url, status: 'added' },
				],
			},
			{ url: ann.url, input_url: 'in/ann-example', status: 'added' },
		]);
	});

	it('are never more than 100 in one request', async () => {
		const items = Array.from({ length: 70 }, (_, row) => ({ url: `in/first-${row} in/second-${row}` }));
		expect((await taken(items, optOut)).received).toHaveLength(140);
		expect(bench.requests().map(({ body }) => Object(body).entries.length)).toEqual([100, 40]);
	});

	it('hold in any spelling', async () => {
		await taken([{ 'LinkedIn URL': www('jose\u0301-example') }, { LinkedIn: www('ACoAAB3kXyzABcDe') }], optOut);
		const check = async (url: string) =>
			(await bench.run({ resource: 'dnc', operation: 'check', url })).items[0]?.json.onList;
		expect(await check('in/jos%25C3%25A9-example')).toBe(true);
		expect(await check('in/ACoAAB3kXyzABcDe')).toBe(true);
	});

	const TWO: Array<[string, unknown]> = [
		['a JSON text', JSON.stringify([`${www('ann-example')}/`, www('bob-sample')])],
		['a list', [`${www('ann-example')}/`, www('bob-sample')]],
		['•', `${www('ann-example')}/•${www('bob-sample')}`],
		['<br>', `${www('ann-example')}/<br>${www('bob-sample')}`],
		['?', `${www('ann-example')}?next=${encodeURIComponent(www('bob-sample'))}`],
	];

	it.each(TWO)('parted by %s are all put on the list, checked and taken off', async (_, cell) => {
		const items = [{ url: cell }] as IDataObject[];
		const both = [
			{ url: ann.url, onList: true },
			{ url: bob.url, onList: true },
		];
		for (const fields of [
			{},
			{ fields: mapped({ url: '={{ $json.url }}' }) },
			{ dataMode: 'defineBelow', url: '={{ $json.url }}' },
		]) {
			bench.reset();
			expect((await taken(items, { ...optOut, ...fields })).received).toEqual([{ url: ann.url }, { url: bob.url }]);
		}
		const check = { resource: 'dnc', operation: 'check', url: '={{ $json.url }}' };
		const remove = {
			resource: 'dnc',
			operation: 'remove',
			entryId: { __rl: true, mode: 'url', value: '={{ $json.url }}' },
		};
		expect((await bench.run(check, { items })).items.map(({ json }) => json)).toMatchObject(both);
		expect((await bench.run(remove, { items })).items.map(({ json }) => json)).toMatchObject(
			both.map(({ url }) => ({ url, deleted: true })),
		);
		expect((await bench.run(check, { items })).items.map(({ json }) => json.onList)).toEqual([false, false]);
	});

	it('are taken off the list only if all are on it', async () => {
		await taken([{ url: ann.url }], optOut);
		const remove = {
			resource: 'dnc',
			operation: 'remove',
			entryId: { __rl: true, mode: 'url', value: `${ann.url}; ${bob.url}` },
		};
		expect((await bench.run(remove)).error?.message).toContain(`"${bob.url}" is not on the`);
		expect(bench.requests().filter(({ method }) => method === 'DELETE')).toEqual([]);
	});

	it('are taken off in a further try if the first one took off only some', async () => {
		await taken([{ url: `${ann.url}; ${bob.url}` }], optOut);
		const entry = bench.control.kakiyoState().dnc.find(({ url }) => url === bob.url);
		bench.control.fail({ method: 'DELETE', path: `/dnc/${entry?.$id}`, kind: 'status', status: 403 });
		const remove = {
			resource: 'dnc',
			operation: 'remove',
			entryId: { __rl: true, mode: 'url', value: `${ann.url}; ${bob.url}` },
		};
		const { items, error } = await bench.run(remove, {
			settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 },
		});
		expect([error?.message, items.map(({ json }) => json.deleted)]).toEqual([undefined, [true, true]]);
	});

	it.each<[string, unknown, string]>([
		['a number', 5, 'must be a LinkedIn profile address (got "5")'],
		['an object', { url: ann.url }, 'must be a single value (got an object)'],
		['a list with an object in it', [{ url: ann.url }], 'must be a single value (got an object)'],
		['somebody with words around', `Ann: ${ann.url}`, 'enter the address without other text'],
		['nobody', www('undefined'), 'it belongs to no person'],
	])('are refused in one way everywhere, with value and remedy: %s', async (_, cell, text) => {
		const items = [{ name: 'Ann Example', url: cell }] as IDataObject[];
		const url = '={{ $json.url }}';
		for (const parameters of [
			add,
			{ ...add, fields: mapped({ name: 'Ann', url }) },
			{ ...add, dataMode: 'defineBelow', name: 'Ann', url },
			optOut,
			{ ...optOut, fields: mapped({ url }) },
			{ ...optOut, dataMode: 'defineBelow', url },
			{ resource: 'dnc', operation: 'check', url },
			{ resource: 'dnc', operation: 'remove', entryId: { __rl: true, mode: 'url', value: url } },
		]) {
			const message = await refused(items, parameters);
			expect(message).toContain(text);
			if (typeof cell === 'object') expect(message).toContain('Choose the field inside it that you mean');
		}
	});

	it('two people in a row of prospects are refused', async () => {
		for (const [, url] of everyOne(TWO))
			expect(await refused([{ name: 'Ann Example', url }] as IDataObject[])).toContain(
				'"LinkedIn Profile URL" (input field "url") must be one address (got 2',
			);
		expect(await refused([{ name: 'Ann Example', url: `${ann.url}, ${bob.url}` }])).toContain(
			'"LinkedIn Profile URL" (input field "url") must be one address (got 2',
		);
	});
});

describe('people of one run with the same address', () => {
	const distribute = { resource: 'prospect', operation: 'distribute', campaignIds: ['campaign_001', 'campaign_011'] };

	it.each([
		['Add', add],
		['Distribute', distribute],
	])('and another name are refused on their row, with the number of the other row: %s', async (_, parameters) => {
		const { items } = await bench.run(parameters, {
			items: [ann, bob, { name: 'Bob Z', url: www('Ann-Example/') }, { name: 'Dr. EXAMPLE, Ánn', url: ann.url }],
			settings: CONTINUE,
		});
		expect(received()).toEqual([ann, bob]);
		expect(items[2]?.json.error).toBe(
			`Item 0 has the same LinkedIn profile "${ann.url}" and another name, "Ann Example" instead of "Bob Z"`,
		);
		expect([items[2]?.pairedItem, items[3]?.json.duplicateOfItem, items[3]?.json.error]).toEqual([
			{ item: 2 },
			0,
			undefined,
		]);
	});

	it('and another name are refused in the next turn of a loop, too', async () => {
		const fields = mapped({ name: '={{ $runIndex === 0 ? "Ann Example" : "Bob Z" }}', url: ann.url });
		const { items } = await bench.run({ ...add, fields }, { turns: 2, settings: CONTINUE });
		expect(received()).toEqual([ann]);
		expect(items.at(-1)?.json.error).toBe(
			`Item 0 of an earlier run of this node has the same LinkedIn profile "${ann.url}" and another name, "Ann Example" instead of "Bob Z"`,
		);
	});

	it('and another name send nothing where the first error ends the run', async () => {
		expect(await refused([ann, { name: 'Bob Z', url: ann.url }])).toContain('Correct the address of this item');
	});
});

it('one person in many shapes of address is sent once', async () => {
	const shapes = [
		www('josé-example'),
		'http://fr.linkedin.com/in/Jose\u0301-Example/',
		'www.linkedin.com/in/jos%C3%A9-example?utm_source=share',
		`${www('jos%25C3%25A9-example')}/details/experience/ `,
		'https://www.linkedin.com/comm/in/jos%C3%A9-example?midToken=AQEx',
		'\u200ehttps://www.linkedin.com/in/josé-example\u200b',
	];
	const { received: people, items } = await taken(shapes.map((url) => ({ name: 'José Example', url })));
	expect(people).toEqual([{ name: 'José Example', url: 'https://linkedin.com/in/jos%C3%A9-example' }]);
	expect(items.filter(({ json }) => json.duplicateOfItem === 0)).toHaveLength(5);
});
