import { describe, expect, it } from '@jest/globals';

import { KakiyoLinkedInAccountApi } from '../../../credentials/KakiyoLinkedInAccountApi.credentials';
import { KakiyoOutreachApi } from '../../../credentials/KakiyoOutreachApi.credentials';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { editor } from '../editor';
import { runNode, type NodeRun, type TestCredential } from '../engine';
import { addProspects, byId, people, useKakiyoBench } from '../kakiyo';
import { everyOne } from '../../support/everyOne';

const bench = useKakiyoBench();

const linkedIn = { login: 'ada@acme.example', password: 'correct horse', country: 'fr' };

const setUp = { resource: 'agent', operation: 'setup', agentId: byId('agent_001') };

/** A key that the sandbox does not know. */
const OTHER_KEY = 'a'.repeat(40);

const keyAlone = (fields: Record<string, string> = {}): TestCredential => {
	const { id, data } = bench.credential();
	return { id, type: new KakiyoOutreachApi(), data: { ...data, ...fields } };
};

const keyAndAccount = (fields: Record<string, string> = {}): TestCredential => {
	const { data } = bench.credential();
	return { id: 'linkedin', type: new KakiyoLinkedInAccountApi(), data: { ...data, ...linkedIn, ...fields } };
};

const run = async (credential: TestCredential, parameters: NodeRun['parameters'], rest: Partial<NodeRun> = {}) =>
	await runNode({ type: new Kakiyo(), credential, parameters, ...rest });

const withAccount = { ...setUp, authentication: 'linkedInAccount' };

describe('agent: set up', () => {
	it('sends the account of the one credential, with its key', async () => {
		const { items, error } = await run(keyAndAccount(), withAccount);
		expect(error?.message).toBeUndefined();
		expect(items[0]?.json).toEqual({ message: 'Agent setup successfully', agentId: 'agent_001' });
		expect(bench.requests()).toMatchObject([
			{ method: 'POST', path: '/agents/agent_001/setup', body: { ...linkedIn, country: 'FR' } },
		]);
		const agent = bench.control.kakiyoState().agents.find(({ id }) => id === 'agent_001');
		expect(agent).toMatchObject({ status: 'auth_in_progress', login: linkedIn.login, country: 'FR' });
	});

	it('names the missing fields of the credential without showing values', async () => {
		const { error } = await run(keyAndAccount({ password: 'short' }), withAccount);
		expect(error).toMatchObject({
			message: 'The credential Kakiyo LinkedIn Account is incomplete',
			description: expect.stringContaining('"Password" must have at least 6 characters'),
		});
		expect(JSON.stringify(error)).not.toContain('short');
		expect(bench.requests()).toEqual([]);
	});

	it.each([
		['with the key alone', []],
		['of a workflow that was saved when the node had two credentials', [keyAndAccount]],
	])('names the credential that it needs, and sends nothing (%s)', async (_, others) => {
		const { error } = await run(keyAlone(), setUp, { otherCredentials: others.map((other) => other()) });
		expect(error?.message).toContain('has no LinkedIn account');
		expect(error?.description).toContain('"Kakiyo LinkedIn Account API"');
		expect(error?.description).toContain('API Key and LinkedIn Account');
		expect(bench.requests()).toEqual([]);
	});
});

describe('a LinkedIn password', () => {
	const passwords = ['qwert6', 'correct horse', 'a"b\\c/d&e<f', "o'neil & söhne"];

	/** As a vendor that logs carelessly may quote it. */
	const quotes = (password: string): unknown[] => [
		`Cannot sign in with ${password}`,
		`Body was ${JSON.stringify({ ...linkedIn, password })}`,
		`Query was ?password=${encodeURIComponent(password)}`,
		`Form was ${new URLSearchParams({ password }).toString()}`,
		`Log was ${JSON.stringify(JSON.stringify({ password }))}`,
		`Address was ${encodeURIComponent(`?password=${encodeURIComponent(password)}`)}`,
		`Header was ${Buffer.from(`ada:${password}`).toString('base64')}`,
		`<b>${password.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')}</b>`,
	];

	const spelled = (password: string): string[] => quotes(password).map((quote) => JSON.stringify(quote).slice(1, -1));

	it.each(passwords)('%j is in no error, also if the vendor quotes it', async (password) => {
		for (const quote of everyOne(quotes(password))) {
			const body = { error: `bad_${password}`, message: quote, details: [{ field: password, message: quote }] };
			bench.control.fail({ method: 'POST', path: '/agents/*/setup', kind: 'status', status: 400, body });
			const { error } = await run(keyAndAccount({ password }), withAccount);
			expect(error?.message).toBeDefined();
			for (const text of [JSON.stringify(password).slice(1, -1), ...spelled(password)])
				expect(JSON.stringify(error)).not.toContain(text);
			const { errors } = await run(keyAndAccount({ password }), withAccount, {
				settings: { onError: 'continueErrorOutput' },
			});
			expect(JSON.stringify(errors)).not.toContain(JSON.stringify(password).slice(1, -1));
		}
	});

	it.each(passwords)('%j is in no output when a success echoes the request', async (password) => {
		const body = {
			message: `Signed in with ${password}`,
			agent: { id: 'agent_001', ...linkedIn, password },
			sent: quotes(password),
		};
		bench.control.fail({ method: 'POST', path: '/agents/*/setup', kind: 'status', status: 200, body });
		const { items, run: finished } = await run(keyAndAccount({ password }), withAccount);
		expect(items[0]?.json).toMatchObject({
			message: 'Signed in with ***',
			agent: { id: 'agent_001', password: '***' },
		});
		for (const text of [JSON.stringify(password).slice(1, -1), ...spelled(password)])
			expect(JSON.stringify(finished)).not.toContain(text);
	});
});

describe('Authentication', () => {
	it.each([
		['apiKey', keyAlone, keyAndAccount],
		['linkedInAccount', keyAndAccount, keyAlone],
	])(
		'%s sends the key of its own credential, not of the other one that the node still has',
		async (authentication, chosen, other) => {
			const others = { otherCredentials: [other({ apiKey: OTHER_KEY })] };
			const { items, error } = await run(chosen(), { resource: 'apiKey', operation: 'verify', authentication }, others);
			expect(error?.message).toBeUndefined();
			expect(items).toHaveLength(1);
			const refused = await run(
				chosen({ apiKey: OTHER_KEY }),
				{ resource: 'apiKey', operation: 'verify', authentication },
				{ otherCredentials: [other()] },
			);
			expect(refused.error?.message).toContain('did not accept this API key');
		},
	);

	it('is the key alone if a saved workflow has no value', async () => {
		const { error } = await run(keyAlone(), addProspects, {
			items: people(2),
			otherCredentials: [keyAndAccount({ apiKey: OTHER_KEY })],
		});
		expect(error?.message).toBeUndefined();
		expect(bench.acceptedRows()).toBe(2);
	});

	it('chooses the key for dropdowns', async () => {
		const { searchCampaigns } = new Kakiyo().methods.listSearch;
		const ask = async (authentication: string, credentials: TestCredential[]) =>
			await searchCampaigns.call(editor(new Kakiyo(), credentials, { authentication }));
		const credentials = [keyAlone({ apiKey: OTHER_KEY }), keyAndAccount()];
		expect((await ask('linkedInAccount', credentials)).results).not.toHaveLength(0);
		await expect(ask('apiKey', credentials)).rejects.toThrow('did not accept this API key');
	});
});

describe('two credentials with the same key', () => {
	it('share its limits: together they send no more than one credential may', async () => {
		bench.control.configureKakiyo({ writesPerWindow: 15 });
		const add = async (credential: TestCredential, authentication: string, from: number) =>
			await run(
				credential,
				{ ...addProspects, authentication },
				{
					items: people(1, from),
					settings: { onError: 'continueErrorOutput' },
				},
			);
		// In waves, so that a second limiter would let as many out as the first one.
		const runs = Array.from(
			{ length: 20 },
			async (_, index) =>
				await (index % 2 === 0 ? add(keyAlone(), 'apiKey', index) : add(keyAndAccount(), 'linkedInAccount', index)),
		);
		const results = await Promise.all(runs);
		expect(results.flatMap(({ errors }) => errors)).toEqual([]);
		expect(bench.acceptedRows()).toBe(20);
		expect(bench.requests().filter(({ status }) => status === 429)).toEqual([]);
	});
});
