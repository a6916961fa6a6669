import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
	getCredentialAllowedDomains,
	NodeConnectionTypes,
	NodeHelpers,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { onBench } from '../bench';
import { editor } from '../editor';
import type { EntryPoint } from '../engine';
import { restartLimiters } from '../processLimiters';
import { Stand } from '../stand';
import { useKaiCallsStage } from '../trigger/kaiCallsStage';
import { useKakiyoStage } from '../trigger/kakiyoStage';
import { CREDENTIALS, NODES } from './everyNode';
import { everyOne } from '../../support/everyOne';

const KEY = 'k1234567890123456789012345678901234567890';

/** Where no key goes: in clear to another machine, or to an address with more than a host and a path. */
const NO_BASE_URL = [
	'http://10.0.0.5/v1',
	'http://127.0.0.2/v1',
	'http://vendor.test/v1',
	'http://localhost.vendor.test/v1',
	'https://vendor.test/v1?x=1',
	'https://vendor.test/v1#f',
	'https://user:secret@vendor.test/v1',
	'ftp://127.0.0.1/v1',
	'javascript:alert(1)',
	'//vendor.test/v1',
	'',
];

/** What no header can carry as it is. */
const NO_KEY: Array<[string, string]> = [
	['a line break', `${KEY}\r\nX-Evil: 1`],
	['a line feed', `${KEY}\n${KEY}`],
	['NUL', `${KEY}\0${KEY}`],
	['Cyrillic letters', `${KEY.slice(1)}\u0430${KEY}`],
	['half a character', `${KEY}\ud800${KEY}`],
];

const stand = new Stand();
const elsewhere = new Stand();

beforeAll(async () => {
	await stand.start();
	await elsewhere.start();
});

beforeEach(restartLimiters);

afterEach(() => {
	stand.received.length = 0;
	elsewhere.received.length = 0;
	stand.answer = (response) => response.end();
});

afterAll(() => {
	stand.stop();
	elsewhere.stop();
});

const named = (text: unknown, field: string) =>
	expect(text).toEqual(expect.stringContaining(`"${field}" in the credential`));

describe.each(NODES)('$name', ({ node, bench: benchOf, reading }) => {
	const bench = onBench(benchOf());

	it.each(NO_BASE_URL)(
		'sends nothing to the Base URL %j, and names the field (workflow, dropdown)',
		async (baseUrl) => {
			const { error } = await bench.run(reading, { baseUrl });
			named(error?.message, 'Base URL');
			for (const search of everyOne(Object.values(node.methods.listSearch))) {
				const opened = search.call(editor(node, bench.credential({ baseUrl })));
				await expect(opened).rejects.toThrow('"Base URL" in the credential');
			}
			expect(bench.requests()).toEqual([]);
		},
	);

	it.each(NO_KEY)(
		'sends nothing with %s in the key, and names the field (workflow, dropdown)',
		async (_what, apiKey) => {
			const { error } = await bench.run(reading, { apiKey });
			named(error?.message, 'API Key');
			for (const search of everyOne(Object.values(node.methods.listSearch))) {
				await expect(search.call(editor(node, bench.credential({ apiKey })))).rejects.toThrow(
					'"API Key" in the credential',
				);
			}
			expect(bench.requests()).toEqual([]);
		},
	);

	const entryPoints: EntryPoint[] = ['customOperations', 'routing', 'one by one'];
	const choices = [
		{ allowedHttpRequestDomains: 'all', allowedDomains: '' },
		{ allowedHttpRequestDomains: 'none', allowedDomains: '' },
		{ allowedHttpRequestDomains: 'domains', allowedDomains: '' },
		{ allowedHttpRequestDomains: 'domains', allowedDomains: 'vendor.test' },
	];

	it.each(entryPoints)(
		'works with a Base URL of one’s own, with all settings of HTTP Request’s domains (through "%s")',
		async (entryPoint) => {
			for (const credentialFields of everyOne(choices)) {
				const { error, items } = await bench.run(reading, { entryPoint, credentialFields });
				expect(error).toBeUndefined();
				expect(items.length).toBeGreaterThan(0);
			}
		},
	);
});

describe.each([
	['Kakiyo Trigger', useKakiyoStage()],
	['KaiCalls Trigger', useKaiCallsStage({ mode: 'account', events: ['call.completed'], workspaceId: '' })],
])('%s', (_name, stage) => {
	it.each(NO_BASE_URL)('is not published with the Base URL %j', async (baseUrl) => {
		stage.credential = { baseUrl };
		await expect(stage.activate()).rejects.toThrow('"Base URL" in the credential');
		expect(stage.requests()).toEqual([]);
	});

	it.each(NO_KEY)('is not published with %s in the key', async (_what, apiKey) => {
		stage.credential = { apiKey };
		await expect(stage.activate()).rejects.toThrow('"API Key" in the credential');
		expect(stage.requests()).toEqual([]);
	});
});

/** A credential as n8n hands it out: what the user has not filled in has its default (n8n: credentials-helper.js). */
const readBack = ({ properties }: ICredentialType, data: ICredentialDataDecryptedObject) =>
	NodeHelpers.getNodeParameters(properties, data as never, true, false, null, null) as ICredentialDataDecryptedObject;

/** The one node that n8n lets use every credential, by its name. */
const HTTP_REQUEST: INodeTypeDescription = {
	displayName: 'HTTP Request',
	name: 'n8n-nodes-base.httpRequest',
	group: ['output'],
	version: 1,
	description: '',
	defaults: {},
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	properties: [],
};

/** What n8n's HTTP Request node does with a credential (n8n-nodes-base: HttpRequestV3.node.js, before its version 4.4). */
async function httpRequest(
	type: ICredentialType,
	filled: ICredentialDataDecryptedObject,
	uri: string,
): Promise<unknown> {
	const data = readBack(type, filled);
	const context = editor({ description: HTTP_REQUEST }, { id: '1', type, data });
	const allowedDomains = getCredentialAllowedDomains({
		node: context.getNode(),
		credentialData: data,
		surface: 'HTTP Request',
	});
	const options = {
		method: 'GET' as const,
		uri,
		headers: {},
		followRedirect: true,
		followAllRedirects: true,
		sendCredentialsOnCrossOriginRedirect: true,
		allowedDomains,
	};
	return await context.helpers.requestWithAuthentication.call(context, type.name, options);
}

describe.each(CREDENTIALS)('n8n’s HTTP Request node with the credential $displayName', (type) => {
	const own = () => ({ apiKey: KEY, baseUrl: `${stand.origin}/v1` });
	const onlyHere = () => ({ ...own(), allowedHttpRequestDomains: 'domains', allowedDomains: '127.0.0.1' });
	const carried = ({ received }: Stand) => received.filter(({ headers }) => JSON.stringify(headers).includes(KEY));

	it('sends the key to hosts of the vendor only, if nothing else was chosen', async () => {
		const { allowedHttpRequestDomains, allowedDomains } = readBack(type, { apiKey: KEY });
		expect(allowedHttpRequestDomains).toBe('domains');
		const host = new URL(String(type.properties.find(({ name }) => name === 'baseUrl')?.default)).hostname;
		expect(String(allowedDomains).split(', ')).toContain(host);
		await expect(httpRequest(type, own(), elsewhere.origin)).rejects.toThrow(/Domain not allowed.*127\.0\.0\.1/);
		expect(elsewhere.received).toEqual([]);
	});

	it.each([301, 302, 303, 307, 308])(
		'does not send the key along a redirect, neither to another host nor to an address without encryption (%d)',
		async (status) => {
			for (const host of ['localhost', '0.0.0.0', '127.0.0.1']) {
				for (const allowed of [
					onlyHere(),
					{ ...own(), allowedHttpRequestDomains: 'domains', allowedDomains: '127.0.0.1, localhost, 0.0.0.0' },
					{ ...own(), allowedHttpRequestDomains: 'all' },
				]) {
					stand.received.length = 0;
					stand.answer = (response) =>
						response.writeHead(status, { location: elsewhere.origin.replace('127.0.0.1', host) }).end();
					await expect(httpRequest(type, allowed, stand.origin)).rejects.toThrow(new RegExp(`not allowed|${status}`));
					expect(carried(stand)).toHaveLength(1);
					expect(elsewhere.received).toEqual([]);
				}
			}
		},
	);

	it.each(['http://10.0.0.5/x', 'http://vendor.test/x', 'http://127.0.0.2/x', 'ftp://127.0.0.1/x'])(
		'never sends the key without encryption, though all hosts are allowed (%s)',
		async (uri) => {
			const sent = httpRequest(type, { ...own(), allowedHttpRequestDomains: 'all' }, uri);
			await expect(sent).rejects.toThrow(/API key was not sent to .*https:\/\//);
		},
	);

	it.each(NO_BASE_URL)('sends the key nowhere while the Base URL is %j', async (baseUrl) => {
		await expect(httpRequest(type, { ...onlyHere(), baseUrl }, stand.origin)).rejects.toThrow(
			'"Base URL" in the credential',
		);
		expect(stand.received).toEqual([]);
	});

	it.each(NO_KEY)('sends nothing with %s in the key', async (_what, apiKey) => {
		const sent = httpRequest(type, { ...onlyHere(), apiKey }, stand.origin);
		await expect(sent).rejects.toThrow('"API Key" in the credential');
		expect(stand.received).toEqual([]);
	});

	it('works if the user allows it', async () => {
		stand.answer = (response) => response.end('{}');
		await httpRequest(type, onlyHere(), stand.origin);
		expect(carried(stand)).toHaveLength(1);
	});
});
