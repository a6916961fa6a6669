import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, ICredentialTestFunction, INodeType } from 'n8n-workflow';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { KaiCallsTrigger } from '../../../nodes/KaiCalls/KaiCallsTrigger.node';
import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { KakiyoTrigger } from '../../../nodes/Kakiyo/KakiyoTrigger.node';
import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { KayseTrigger } from '../../../nodes/Kayse/KayseTrigger.node';
import { isRecord } from '../../../nodes/shared/values/json';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { additionalDataFor } from '../engine';
import { goneAddress, Stand } from '../stand';
import { everyOne } from '../../support/everyOne';

/** The tests of a node's credentials, as n8n finds them (n8n: credentials-tester.service.js). */
const testsOf = ({ description, methods }: INodeType): Array<[string, ICredentialTestFunction]> =>
	(description.credentials ?? []).flatMap(({ name, testedBy }) => {
		const test = typeof testedBy === 'string' ? methods?.credentialTest?.[testedBy] : undefined;
		return test ? [[name, test]] : [];
	});

const nodes: INodeType[] = [
	new Kakiyo(),
	new KakiyoTrigger(),
	new KaiCalls(),
	new KaiCallsTrigger(),
	new Kayse(),
	new KayseTrigger(),
	new Kairo(),
];

const tests = [...new Map(nodes.flatMap(testsOf))];

async function run(test: ICredentialTestFunction, data: ICredentialDataDecryptedObject) {
	return await test.call(new CredentialTestContext(additionalDataFor()), { id: '1', name: 'Mine', type: '', data });
}

const KEY = 'k1234567890123456789012345678901234567890';
const stand = new Stand();
const elsewhere = new Stand();
let sandbox: Sandbox;

beforeAll(async () => {
	await stand.start();
	await elsewhere.start();
	sandbox = await startSandbox();
});

afterEach(() => {
	stand.received.length = 0;
	elsewhere.received.length = 0;
});

afterAll(async () => {
	stand.stop();
	elsewhere.stop();
	await sandbox.close();
});

it('every credential of every node has a test', () => {
	for (const node of everyOne(nodes)) expect(testsOf(node)).toHaveLength(node.description.credentials?.length ?? 0);
	expect(tests).toHaveLength(5);
});

describe.each(tests)('the test of %s', (type, test) => {
	const at = (baseUrl: string, apiKey = KEY) => ({ apiKey, baseUrl });
	const account = () => {
		if (type.startsWith('kaiCalls')) return sandbox.kaicalls;
		if (type.startsWith('kakiyo')) return sandbox.kakiyo;
		return type.startsWith('kayse') ? sandbox.kayse : sandbox.kairo;
	};

	it('passes with a key of the vendor, also with other text pasted around it', async () => {
		const { apiKey, baseUrl } = account();
		expect(await run(test, { apiKey, baseUrl })).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(await run(test, { apiKey: ` Bearer ${apiKey}\n`, baseUrl: ` ${baseUrl}/ ` })).toMatchObject({
			status: 'OK',
		});
	});

	it('goes to the vendor’s own address if the credential names none', async () => {
		const context = new CredentialTestContext(additionalDataFor());
		const asked: unknown[] = [];
		context.helpers.request = async (request: unknown) => {
			asked.push(isRecord(request) ? request.uri : request);
			return await Promise.reject(new Error('not in a test'));
		};
		await test.call(context, { id: '1', name: 'Mine', type: '', data: { apiKey: KEY } });
		expect(asked).toEqual([expect.stringMatching(/^https:\/\/(api\.)?(kaicalls|kairo|kakiyo|kayse)\.(com|dev)\//)]);
	});

	it('says that the key is not accepted, without quoting it', async () => {
		const { message, status } = await run(test, at(account().baseUrl));
		expect(status).toBe('Error');
		expect(message).toMatch(/API key.*credential/);
		expect(message).not.toContain(KEY);
	});

	it.each([301, 302, 303, 307, 308])('does not follow a redirect (%d)', async (status) => {
		stand.answer = (response) => response.writeHead(status, { location: `${elsewhere.origin}/v1` }).end();
		expect(await run(test, at(`${stand.origin}/v1`))).toEqual({
			status: 'Error',
			message: expect.stringMatching(/redirected to another address.*Correct the Base URL/),
		});
		expect(stand.received).toHaveLength(1);
		expect(elsewhere.received).toEqual([]);
	});

	it.each([
		['a web page', 'text/html', '<html>Welcome</html>', /not JSON, but something like a web page.*Base URL/],
		['nothing', 'application/json', '', /other content than was asked for.*Base URL/],
		['a text', 'application/json', '"ok"', /not JSON|something else/],
		['an error', 'application/json', '{"error":"nope"}', /other content than was asked for/],
	])('does not take %s with status 200 for a success', async (_what, contentType, body, words) => {
		stand.answer = (response) => response.writeHead(200, { 'content-type': contentType }).end(body);
		expect(await run(test, at(stand.origin))).toEqual({ status: 'Error', message: expect.stringMatching(words) });
	});

	it.each([
		[401, {}, /did not accept the API key.*valid key|credential/],
		[403, {}, /API key|key is valid/],
		[429, {}, /request limit .* is used up. Test it again in a few minutes/],
		[429, { 'retry-after': '40' }, /Test it again in 40 seconds/],
		[500, {}, /cannot answer at the moment/],
	])('shows a refusal in words (%d %j)', async (status, headers, words) => {
		stand.answer = (response) => response.writeHead(status, headers).end();
		const { message } = await run(test, at(stand.origin));
		expect(message).toMatch(words);
		expect(message).not.toMatch(/item|Max Wait/);
	});

	it.each([
		'{}',
		'null',
		'7',
		'{"ok":true}',
		'{"status":"ok"}',
		'{"id":"a","status":{"toString":1,"valueOf":1}}',
		'{"agents":{}}',
		'{"teamId":null}',
		'{"teamId":""}',
	])('does not take an answer without the account for a success: %s', async (body) => {
		stand.answer = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body);
		expect(await run(test, at(stand.origin))).toEqual({
			status: 'Error',
			message: expect.stringMatching(/^The answer is not from .*Check the Base URL/),
		});
	});

	it('says in words that the server does not answer', async () => {
		const { message } = await run(test, at(await goneAddress()));
		expect(message).toMatch(/could not be reached: the connection was refused.*Check the Base URL/);
		expect(message).not.toMatch(/ECONN|item/);
	});

	it.each([
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'CERT_HAS_EXPIRED',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'ERR_TLS_CERT_ALTNAME_INVALID',
	])('says in words that the certificate is not trusted (%s)', async (code) => {
		const context = new CredentialTestContext(additionalDataFor());
		context.helpers.request = async () => await Promise.reject(Object.assign(new Error('unable to connect'), { code }));
		const data = at('https://vendor.test/v1');
		const { message } = await test.call(context, { id: '1', name: 'Mine', type: '', data });
		expect(message).toMatch(/its certificate .*NODE_EXTRA_CA_CERTS/);
		expect(message).not.toContain(code);
	});

	it.each([
		['', /"API Key" in the credential is empty/],
		['  ', /"API Key" in the credential is empty/],
		['abc\r\nX-Evil: 1', /has a line break in it/],
	])('refuses a key that cannot be sent, by name (%j)', async (apiKey, words) => {
		expect(await run(test, at(stand.origin, apiKey))).toEqual({
			status: 'Error',
			message: expect.stringMatching(words),
		});
		expect(stand.received).toEqual([]);
	});

	it.each([
		'api.vendor.test/v1',
		'http://10.0.0.5/v1',
		'http://127.0.0.2/v1',
		'https://vendor.test/v1?x=1',
		'https://vendor.test#f',
		'',
	])('refuses an address to which no key may go (%s)', async (baseUrl) => {
		const { message } = await run(test, at(baseUrl));
		expect(message).toMatch(/"Base URL" in the credential.*https:\/\//);
	});
});

it('the second address of Kayse is tested, too', async () => {
	const { apiKey, baseUrl } = sandbox.kayse;
	const test = new Map(tests).get('kayseOutreachApi');
	if (!test) throw new Error('No test');
	expect(await run(test, { apiKey, baseUrl, callsBaseUrl: 'public-api.kayse.ai' })).toEqual({
		status: 'Error',
		message: expect.stringContaining('"Calls Base URL" in the credential'),
	});
});
