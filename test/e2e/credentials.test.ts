import { beforeAll, describe, expect, test } from '@jest/globals';
import { N8nClient } from '../../demo/client';
import { sandboxCredentials } from '../../demo/credentials';
import { control } from './control';
import { world } from './world';

describe.each(sandboxCredentials(world.sandbox))('the credential test of $type', (credential) => {
	let client: N8nClient;

	beforeAll(async () => {
		await control('reset');
		client = await N8nClient.login(world.n8nUrl);
	});

	test('passes with the right key', async () => {
		expect(await client.testCredential(credential)).toMatchObject({ status: 'OK' });
	});

	test('fails with a wrong key, saying that the key is refused', async () => {
		const wrong = { ...credential, data: { ...credential.data, apiKey: '0'.repeat(40) } };
		const result = await client.testCredential(wrong);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(/key|unauthorized/i);
	});
});
