import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { KakiyoOutreachApi } from '../../../credentials/KakiyoOutreachApi.credentials';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { runNode } from '../engine';
import { byId } from '../kakiyo';
import { TIME_SCALE } from '../scaledTime';

const account = { login: 'ada@acme.example', password: 'correct horse', country: 'fr' };

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ timeScale: TIME_SCALE });
});
afterAll(async () => await sandbox.close());

/** The test engine decrypts every credential of a node to the same data, so this holds the fields of both. */
const setUp = async (fields: Partial<typeof account>, withAccount = true) =>
	await runNode({
		type: new Kakiyo(),
		credential: { id: 'k', type: new KakiyoOutreachApi(), data: { ...sandbox.kakiyo, ...fields } },
		parameters: { resource: 'agent', operation: 'setup', agentId: byId('agent_001') },
		settings: {
			credentials: {
				kakiyoOutreachApi: { id: 'k', name: 'Kakiyo' },
				...(withAccount && { kakiyoLinkedInAccountApi: { id: 'l', name: 'LinkedIn' } }),
			},
		},
	});

describe('agent: set up', () => {
	it('sends the account of the second credential', async () => {
		const { items, error } = await setUp(account);
		expect(error?.message).toBeUndefined();
		expect(items[0]?.json).toEqual({ message: 'Agent setup successfully' });
		expect(sandbox.control.log()).toMatchObject([
			{ method: 'POST', path: '/agents/agent_001/setup', body: { ...account, country: 'FR' } },
		]);
		const agent = sandbox.control.state().agents.find(({ id }) => id === 'agent_001');
		expect(agent).toMatchObject({ status: 'auth_in_progress', login: account.login, country: 'FR' });
	});

	it('names what is missing in the credential without showing it', async () => {
		sandbox.control.reset();
		const { error } = await setUp({ ...account, password: 'short' });
		expect(error).toMatchObject({
			message: 'The credential Kakiyo LinkedIn Account is not complete',
			description: expect.stringContaining('"Password" must have at least 6 characters'),
		});
		expect(JSON.stringify(error)).not.toContain('short');
		expect(sandbox.control.log()).toEqual([]);
	});

	it('asks for the second credential', async () => {
		const { error } = await setUp(account, false);
		expect(error?.message).toContain('kakiyoLinkedInAccountApi');
	});
});
