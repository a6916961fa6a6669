import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { byId, people, useKakiyoBench } from '../kakiyo';
import { outcome } from '../outcome';
import { mapped } from '../resourceMapper';
import { items, rows } from './brought';

const bench = useKakiyoBench();

const add = { resource: 'prospect', operation: 'add', campaignId: byId('campaign_001') };
const eachColumn = { ...add, fields: mapped({ name: '={{ $json.name }}', url: '={{ $json.url }}' }) };

/** The people that Kakiyo got, of one request or several. */
const received = (): IDataObject[] =>
	bench
		.requests('/prospects/batch')
		.concat(bench.requests('/prospects'))
		.flatMap(({ body }) => {
			const { prospects, campaignId: _campaign, ...alone } = Object(body);
			return prospects ?? [alone];
		});
const urls = () => received().map(({ url }) => url);

describe('a table of people', () => {
	it('LinkedIn’s own Connections.csv brings both people', async () => {
		await outcome(bench, add, rows('linkedin-connections'));
		expect(received()).toEqual([
			{ name: 'Ann Example', url: 'https://linkedin.com/in/ann-example' },
			{ name: 'Bob Sample', url: 'https://linkedin.com/in/bob-sample' },
		]);
	});

	it('with blank rows below the data, On Error = Stop: two people are added, the blank rows are passed over and counted', async () => {
		const { error, items: made } = await bench.run(add, { items: rows('blank-rows') });
		expect([error, made.length]).toEqual([undefined, 2]);
		expect(received()).toEqual([
			{ name: 'Ann Example', url: 'https://linkedin.com/in/ann-example', customData: 'met in May' },
			{ name: 'Bob Sample', url: 'https://linkedin.com/in/bob-sample' },
		]);
	});

	it('with the header row once more in the middle: two people are added, the header row is refused by name', async () => {
		const { errors } = await outcome(bench, add, rows('header-again'));
		expect(urls()).toEqual(['https://linkedin.com/in/ann-example', 'https://linkedin.com/in/bob-sample']);
		expect(errors).toEqual([
			expect.stringContaining(
				'"LinkedIn Profile URL" (input field "url") must be a LinkedIn profile address (got "url")',
			),
		]);
	});

	it.each([
		['Map Automatically', add],
		['Map Each Column Manually', eachColumn],
	])(
		'with the names N/A, -, undefined undefined and null: these four are refused with the reason, Dana Null is added (%s)',
		async (_, parameters) => {
			const { errors } = await outcome(bench, parameters, items('placeholder-names'));
			expect(received()).toEqual([{ name: 'Dana Null', url: 'https://linkedin.com/in/person-4-example' }]);
			for (const [place, name] of ['N/A', '-', 'undefined undefined', 'null'].entries())
				expect(errors[place]).toContain(`" must have a value (got "${name}")`);
		},
	);

	const company = { name: 'Bad Row', url: 'https://www.linkedin.com/company/example-llc' };
	const withCompany = (count: number) => people(count).map((row, place) => (place === count / 2 ? company : row));

	it('of 10,000 rows with a company page in the middle, On Error = Stop: nothing is sent, and the item is named', async () => {
		const { error } = await bench.run(add, { items: withCompany(10_000) });
		expect(bench.requests()).toEqual([]);
		expect(error?.message).toContain('item 5000 of 10000');
	});

	it('of 2,000 rows with a company page in the middle, On Error = Continue: all others are sent once, and one is refused', async () => {
		const { errors, items: made } = await outcome(bench, add, withCompany(2_000));
		expect([bench.acceptedRows(), bench.mostRepeated(), made.length]).toEqual([1_999, 1, 2_000]);
		expect(errors).toEqual([expect.stringContaining('/company/example-llc')]);
	});

	it('of IDs to delete with blanks around them, twice, and empty: each is deleted once, and the empty row deletes nothing', async () => {
		const { sent, hint } = await outcome(
			bench,
			{ resource: 'prospect', operation: 'delete', prospectId: byId('={{ $json.id }}') },
			items('delete-list'),
		);
		expect(sent).toEqual([{ method: 'DELETE', path: '/prospects', query: {}, body: { prospectIds: ['p1', 'p2'] } }]);
		expect(hint).toContain('1 blank row was skipped');
	});

	it('of IDs to delete, with one row that has other values but no ID: that row is refused', async () => {
		const { sent, errors } = await outcome(
			bench,
			{ resource: 'prospect', operation: 'delete', prospectId: byId('={{ $json.id }}') },
			[
				{ id: 'p1', name: 'Ann' },
				{ id: '', name: 'Bob' },
			],
		);
		expect(sent).toMatchObject([{ path: '/prospects/p1' }]);
		expect(errors).toContain('"Prospect" is empty');
	});
});

describe('an address of LinkedIn', () => {
	it('with a member ID, set column by column, keeps its capitals', async () => {
		await outcome(bench, eachColumn, items('member-id-address'));
		expect(urls()).toEqual(['https://linkedin.com/in/ACoAAB3kXyzABcDeFGh1jklMNopQRstuVWxYz0']);
	});

	it('with an emoji of a skin tone and a joiner stays the same, encoded once', async () => {
		await outcome(bench, add, items('emoji-with-skin-tone'));
		expect(urls().map((url) => decodeURIComponent(String(url)))).toEqual([
			'https://linkedin.com/in/ann-example-👩🏽‍💻',
			'https://linkedin.com/in/bob-🚀-sample',
		]);
	});

	it('with a Turkish capital İ, and as LinkedIn writes it, is one person', async () => {
		await outcome(bench, add, items('turkish-capital-i'));
		expect(urls()).toEqual(['https://linkedin.com/in/i%CC%87smail-example-1a2b']);
	});

	it('that is a lead of Sales Navigator, an old /pub/ address, a short link or a company page is refused with the expected form', async () => {
		const { sent, errors } = await outcome(bench, add, items('not-public-profiles'));
		expect([sent, errors]).toEqual([
			[],
			Array(4).fill(expect.stringContaining('enter one such as https://www.linkedin.com/in/')),
		]);
	});

	it('in six shapes is one person, and five are noted as the same', async () => {
		const { items: made } = await outcome(bench, add, items('one-person-six-shapes'));
		expect(urls()).toEqual(['https://linkedin.com/in/ann-example']);
		expect(made.map(({ duplicateOfItem }) => duplicateOfItem)).toEqual([undefined, 0, 0, 0, 0, 0]);
	});
});
