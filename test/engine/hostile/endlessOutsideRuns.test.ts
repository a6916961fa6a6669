import { beforeEach, describe, expect, it } from '@jest/globals';
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialTestFunction, INodeListSearchResult, INodeType } from 'n8n-workflow';

import { onBench } from '../bench';
import { editor } from '../editor';
import { additionalDataFor, type TestCredential } from '../engine';
import { restartLimiters } from '../processLimiters';
import { useKaiCallsStage } from '../trigger/kaiCallsStage';
import { useKakiyoStage } from '../trigger/kakiyoStage';
import { NODES } from './everyNode';
import { drip, flood, useHostileServer } from './server';
import { everyOne } from '../../support/everyOne';
import { until } from '../../support/eventually';

const server = useHostileServer();

beforeEach(restartLimiters);

/** A person waits 20 s for a dropdown, which asks twice, and for the test of a credential; a trigger tries four times. */
const PATIENCE_MS = 300_000;

const credentialTestsOf = ({ methods }: INodeType): ICredentialTestFunction[] =>
	Object.values(methods?.credentialTest ?? {});

const tested = async (test: ICredentialTestFunction) =>
	await test.call(new CredentialTestContext(additionalDataFor()), {
		id: '1',
		name: 'Mine',
		type: '',
		data: { apiKey: 'k'.repeat(40), baseUrl: server.baseUrl, webhookBaseUrl: server.baseUrl },
	});

/** Each is closed on our side, so that it costs nothing any more. */
function answering(answer: typeof drip): () => number {
	let open = 0;
	server.answer = (_, response) => {
		open += 1;
		response.on('close', () => (open -= 1));
		answer(response);
	};
	return () => open;
}

/** The first dropdown stands for all of a node. */
const searched = async (node: INodeType, credential: TestCredential): Promise<INodeListSearchResult[]> =>
	await Promise.all(
		Object.values(node.methods?.listSearch ?? {})
			.slice(0, 1)
			.map(async (search) => await search.call(editor(node, credential))),
	);

describe.each(NODES)('$name', ({ node, bench: benchOf }) => {
	const bench = onBench(benchOf());

	it('breaks off an answer without end: dropdown, tests of the credentials', async () => {
		const open = answering(flood);
		await expect(searched(node, bench.credential({ baseUrl: server.baseUrl }))).rejects.toThrow('larger than 50 MB');
		for (const test of everyOne(credentialTestsOf(node))) expect(await tested(test)).toMatchObject({ status: 'Error' });
		await until(() => open() === 0);
	});
});

const kakiyoTrigger = useKakiyoStage();

describe.each([
	['Kakiyo Trigger', kakiyoTrigger],
	['KaiCalls Trigger', useKaiCallsStage({ mode: 'account', events: ['call.completed'], workspaceId: '' })],
])('%s', (_name, stage) => {
	it('is not published if the answer to its registration has no end', async () => {
		const open = answering(flood);
		stage.credential = { baseUrl: server.baseUrl };
		await expect(stage.activate()).rejects.toThrow(/larger than \d+ MB/);
		await until(() => open() === 0);
	});
});

describe.each(NODES.slice(0, 1))('an answer in drips', ({ node, bench: benchOf }) => {
	const bench = onBench(benchOf());

	// One node and one trigger stand for all, and wait together: this takes two minutes, four tries of 30 s.
	it(
		'does not keep a user waiting too long: dropdown, tests of the credentials, publication of a trigger',
		async () => {
			const open = answering(drip);
			kakiyoTrigger.credential = { baseUrl: server.baseUrl };
			const [results] = await Promise.all([
				Promise.all(credentialTestsOf(node).map(tested)),
				expect(searched(node, bench.credential({ baseUrl: server.baseUrl }))).rejects.toThrow('no answer in time'),
				expect(kakiyoTrigger.activate()).rejects.toThrow('no answer in time'),
			]);
			expect(results.length).toBeGreaterThan(0);
			for (const result of everyOne(results))
				expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining('no answer in time') });
			await until(() => open() === 0);
		},
		PATIENCE_MS,
	);
});
