import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ICredentialType, IHttpRequestMethods } from 'n8n-workflow';

import { KaiCallsOutreachApi } from '../../../credentials/KaiCallsOutreachApi.credentials';
import { KairoOutreachApi } from '../../../credentials/KairoOutreachApi.credentials';
import { KakiyoLinkedInAccountApi } from '../../../credentials/KakiyoLinkedInAccountApi.credentials';
import { KakiyoOutreachApi } from '../../../credentials/KakiyoOutreachApi.credentials';
import { KayseOutreachApi } from '../../../credentials/KayseOutreachApi.credentials';
import { byId } from '../bench';
import { addProspects, useKakiyoBench } from '../kakiyo';
import { restartLimiters } from '../processLimiters';
import { useStand } from '../stand';
import { useKakiyoStage } from '../trigger/kakiyoStage';
import { everyOperation, WAYS, type AnyOperation } from './everyOperation';
import { everyOne } from '../../support/everyOne';

const READING = [
	'KaiCalls Communication Run > Preview',
	'KaiCalls Communication Run > Validate',
	'KAIRO Context > Query',
];

const stand = useStand();
let operations: AnyOperation[] = [];

beforeAll(async () => {
	operations = await everyOperation();
	stand.answer = (response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ id: 'x_1', status: 'completed', success: true, data: { id: 'x_1' } }));
	};
});

/** Requests other than readings, in what a call has sent. */
async function writtenBy({ ask }: AnyOperation, way: (typeof WAYS)[number], isReadOnly: boolean | string) {
	stand.received.length = 0;
	restartLimiters();
	const [answer] = await ask(stand.origin, way, { account: { fields: { readOnly: isReadOnly } } });
	return { answer, written: stand.received.filter(({ method }) => method !== 'GET').length };
}

describe.each(WAYS)('a credential with Read Only, in every operation as the tool of %s', (way) => {
	it('sends no request that writes, says so, and sends requests that only read', async () => {
		let refused = 0;
		for (const operation of everyOne(operations)) {
			const { at } = operation;
			const { written: usually } = await writtenBy(operation, way, false);
			const { written, answer } = await writtenBy(operation, way, true);
			if (READING.includes(at)) expect({ at, written }).toEqual({ at, written: usually });
			else expect({ at, written }).toEqual({ at, written: 0 });
			if (usually === 0 || READING.includes(at)) continue;
			refused += 1;
			expect({ at, error: answer?.error }).toEqual({
				at,
				error: expect.stringMatching(/"Read Only" is on in the credential.*Tell the user/),
			});
		}
		expect(refused).toBeGreaterThan(70);
	});
});

describe('a credential with Read Only', () => {
	const kakiyo = useKakiyoBench();
	const trigger = useKakiyoStage();

	const readOnly = { credentialFields: { readOnly: 'true' } };

	it('adds no person in a workflow, item by item, but reads', async () => {
		const items = [
			{ name: 'Jane', url: 'linkedin.com/in/jane' },
			{ name: 'Joe', url: 'linkedin.com/in/joe' },
		];
		const { items: answers } = await kakiyo.run(addProspects, {
			items,
			...readOnly,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(answers.map(({ json }) => json.error)).toEqual(Array(2).fill(expect.stringContaining('"Read Only" is on')));
		const { items: read } = await kakiyo.run(
			{ resource: 'agent', operation: 'get', agentId: byId('agent_001') },
			readOnly,
		);
		expect(read).toHaveLength(1);
		expect(kakiyo.requests().map(({ method }) => method)).toEqual(['GET']);
	});

	it('does not register a trigger’s webhook, and says so in words; its dropdowns read on', async () => {
		trigger.credential = { readOnly: true };
		await expect(trigger.activate()).rejects.toThrow(
			/Not sent: "Read Only" is on in the credential, and this changes something in Kakiyo\. Choose a credential that may write/,
		);
		expect(trigger.requests().filter((request) => !request.startsWith('GET'))).toEqual([]);
		expect((await trigger.offered('getCampaigns')).length).toBeGreaterThan(2);
	});

	it.each<[string, ICredentialType]>([
		['KaiCalls', new KaiCallsOutreachApi()],
		['KAIRO', new KairoOutreachApi()],
		['Kakiyo', new KakiyoOutreachApi()],
		['Kakiyo with a LinkedIn account', new KakiyoLinkedInAccountApi()],
		['Kayse', new KayseOutreachApi()],
	])('of %s keeps the key out of an HTTP Request node that writes', async (_, { authenticate, properties }) => {
		const { default: baseUrl } = properties.find(({ name }) => name === 'baseUrl') ?? {};
		const sending = async (method: IHttpRequestMethods | undefined, isReadOnly: boolean) => {
			if (typeof authenticate !== 'function') throw new Error('n8n would add the key by itself');
			return await authenticate(
				{ apiKey: 'k'.repeat(40), baseUrl: String(baseUrl), readOnly: isReadOnly },
				{ url: `${String(baseUrl)}/x`, method },
			);
		};
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
			await expect(sending(method, true)).rejects.toThrow(
				`"Read Only" is on in the credential, so it sends no ${method} request`,
			);
			await expect(sending(method, false)).resolves.toHaveProperty('headers');
		}
		await expect(sending('GET', true)).resolves.toHaveProperty('headers');
		await expect(sending(undefined, true)).resolves.toHaveProperty('headers');
	});
});
